"""Files and folders as people have them: trails, AWS CLI output, logs, snapshots.

``source.FileSource`` reads everything, ``counting.count_matching`` only counts. Nothing is imported here: counting has to
start within milliseconds.
"""
