"""Drawing parts that know nothing about sessions."""
