"""Which members of requests and responses name a resource. Data: one line for each member, by service where it matters.

Each line is ``member rank type``. The member of the lowest rank in a record is its target; a dash stands for a type that
the member alone doesn't tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Key(NamedTuple):
    """How much a member is the point of a call (1 = most), and the CloudFormation type of what it names."""

    rank: int
    type: str


_ANYWHERE = """
functionName 1 AWS::Lambda::Function
functionArn 2 AWS::Lambda::Function
bucketName 1 AWS::S3::Bucket
tableName 1 AWS::DynamoDB::Table
dBInstanceIdentifier 1 AWS::RDS::DBInstance
sourceDBInstanceIdentifier 3 AWS::RDS::DBInstance
targetDBInstanceIdentifier 1 AWS::RDS::DBInstance
newDBInstanceIdentifier 2 AWS::RDS::DBInstance
dBClusterIdentifier 2 AWS::RDS::DBCluster
dBParameterGroupName 2 AWS::RDS::DBParameterGroup
dBClusterParameterGroupName 3 AWS::RDS::DBClusterParameterGroup
dBSubnetGroupName 4 AWS::RDS::DBSubnetGroup
dBSecurityGroupName 3 AWS::RDS::DBSecurityGroup
dBSnapshotIdentifier 2 AWS::RDS::DBSnapshot
dBClusterSnapshotIdentifier 3 AWS::RDS::DBClusterSnapshot
optionGroupName 4 AWS::RDS::OptionGroup
autoScalingGroupName 1 AWS::AutoScaling::AutoScalingGroup
launchConfigurationName 3 AWS::AutoScaling::LaunchConfiguration
launchTemplateId 4 AWS::EC2::LaunchTemplate
launchTemplateName 4 AWS::EC2::LaunchTemplate
instanceId 2 AWS::EC2::Instance
instanceIds 2 AWS::EC2::Instance
volumeId 3 AWS::EC2::Volume
snapshotId 4 AWS::EC2::Snapshot
imageId 6 AWS::EC2::Image
groupId 3 AWS::EC2::SecurityGroup
natGatewayId 3 AWS::EC2::NatGateway
routeTableId 2 AWS::EC2::RouteTable
networkAclId 3 AWS::EC2::NetworkAcl
networkInterfaceId 4 AWS::EC2::NetworkInterface
subnetId 6 AWS::EC2::Subnet
vpcId 7 AWS::EC2::VPC
internetGatewayId 4 AWS::EC2::InternetGateway
vpcEndpointId 3 AWS::EC2::VPCEndpoint
vpcPeeringConnectionId 3 AWS::EC2::VPCPeeringConnection
vpnConnectionId 2 AWS::EC2::VPNConnection
vpnGatewayId 4 AWS::EC2::VPNGateway
transitGatewayId 3 AWS::EC2::TransitGateway
transitGatewayRouteTableId 2 AWS::EC2::TransitGatewayRouteTable
transitGatewayAttachmentId 4 AWS::EC2::TransitGatewayAttachment
allocationId 4 AWS::EC2::EIP
publicIp 5 AWS::EC2::EIP
associationId 8 -
keyName 5 AWS::EC2::KeyPair
flowLogId 3 AWS::EC2::FlowLog
roleName 2 AWS::IAM::Role
roleArn 4 AWS::IAM::Role
userName 2 AWS::IAM::User
groupName 3 AWS::IAM::Group
policyArn 5 AWS::IAM::ManagedPolicy
policyName 6 -
instanceProfileName 3 AWS::IAM::InstanceProfile
openIDConnectProviderArn 2 AWS::IAM::OIDCProvider
sAMLProviderArn 2 AWS::IAM::SAMLProvider
serialNumber 5 AWS::IAM::VirtualMFADevice
keyId 3 AWS::KMS::Key
targetKeyId 4 AWS::KMS::Key
aliasName 2 AWS::KMS::Alias
secretId 1 AWS::SecretsManager::Secret
trailName 1 AWS::CloudTrail::Trail
trailNameList 2 AWS::CloudTrail::Trail
trailARN 3 AWS::CloudTrail::Trail
eventDataStore 1 AWS::CloudTrail::EventDataStore
logGroupName 2 AWS::Logs::LogGroup
logGroupNames 2 AWS::Logs::LogGroup
logGroupIdentifier 2 AWS::Logs::LogGroup
logStreamName 6 -
filterName 4 AWS::Logs::MetricFilter
alarmName 1 AWS::CloudWatch::Alarm
alarmNames 1 AWS::CloudWatch::Alarm
dashboardName 1 AWS::CloudWatch::Dashboard
clusterName 3 AWS::ECS::Cluster
clusterArn 4 AWS::ECS::Cluster
serviceName 2 -
serviceArn 4 AWS::ECS::Service
taskDefinition 5 AWS::ECS::TaskDefinition
taskDefinitionArn 3 AWS::ECS::TaskDefinition
taskArn 4 AWS::ECS::Task
stackName 1 AWS::CloudFormation::Stack
stackId 3 AWS::CloudFormation::Stack
stackSetName 1 AWS::CloudFormation::StackSet
changeSetName 2 -
queueUrl 1 AWS::SQS::Queue
queueName 1 AWS::SQS::Queue
topicArn 1 AWS::SNS::Topic
targetArn 4 -
subscriptionArn 2 AWS::SNS::Subscription
loadBalancerArn 2 AWS::ElasticLoadBalancingV2::LoadBalancer
loadBalancerName 1 AWS::ElasticLoadBalancing::LoadBalancer
targetGroupArn 2 AWS::ElasticLoadBalancingV2::TargetGroup
listenerArn 3 AWS::ElasticLoadBalancingV2::Listener
ruleArn 3 AWS::ElasticLoadBalancingV2::ListenerRule
cacheClusterId 1 AWS::ElastiCache::CacheCluster
replicationGroupId 1 AWS::ElastiCache::ReplicationGroup
cacheParameterGroupName 3 AWS::ElastiCache::ParameterGroup
streamName 1 AWS::Kinesis::Stream
streamARN 2 AWS::Kinesis::Stream
deliveryStreamName 1 AWS::KinesisFirehose::DeliveryStream
distributionId 1 AWS::CloudFront::Distribution
restApiId 2 AWS::ApiGateway::RestApi
usageplanId 2 AWS::ApiGateway::UsagePlan
stageName 5 -
stateMachineArn 1 AWS::StepFunctions::StateMachine
executionArn 2 -
fileSystemId 1 AWS::EFS::FileSystem
clusterIdentifier 1 AWS::Redshift::Cluster
certificateArn 2 AWS::CertificateManager::Certificate
hostedZoneId 2 AWS::Route53::HostedZone
domainName 2 -
repositoryName 1 -
projectName 2 AWS::CodeBuild::Project
pipelineName 1 AWS::CodePipeline::Pipeline
applicationName 3 -
deploymentGroupName 2 AWS::CodeDeploy::DeploymentGroup
detectorId 2 AWS::GuardDuty::Detector
configurationRecorderName 1 AWS::Config::ConfigurationRecorder
configRuleName 1 AWS::Config::ConfigRule
deliveryChannelName 2 AWS::Config::DeliveryChannel
documentName 3 AWS::SSM::Document
webACLArn 2 AWS::WAFv2::WebACL
resourceArn 5 -
resourceId 5 -
resourceName 5 -
vaultName 2 -
backupVaultName 1 AWS::Backup::BackupVault
workGroup 2 AWS::Athena::WorkGroup
databaseName 3 AWS::Glue::Database
userPoolId 2 AWS::Cognito::UserPool
identityPoolId 2 AWS::Cognito::IdentityPool
modelId 1 -
notebookInstanceName 1 AWS::SageMaker::NotebookInstance
endpointName 1 AWS::SageMaker::Endpoint
organizationId 5 -
permissionSetArn 3 AWS::SSO::PermissionSet
eventBusName 4 AWS::Events::EventBus
scheduleName 1 AWS::Scheduler::Schedule
fleetId 3 -
"""

_BY_SERVICE = {
    "ecs": "service 1 AWS::ECS::Service\ncluster 3 AWS::ECS::Cluster\ntask 2 AWS::ECS::Task\nserviceName 1 AWS::ECS::Service\n"
    "family 3 AWS::ECS::TaskDefinition",
    "eks": "name 1 AWS::EKS::Cluster\nclusterName 1 AWS::EKS::Cluster\nnodegroupName 2 AWS::EKS::Nodegroup",
    "events": "name 1 AWS::Events::Rule\nrule 1 AWS::Events::Rule",
    "cloudtrail": "name 1 AWS::CloudTrail::Trail",
    "cloudfront": "id 1 AWS::CloudFront::Distribution",
    "elasticloadbalancing": "name 1 AWS::ElasticLoadBalancingV2::LoadBalancer\n"
    "loadBalancerName 1 AWS::ElasticLoadBalancing::LoadBalancer",
    "lambda": "uUID 3 AWS::Lambda::EventSourceMapping\nlayerName 2 AWS::Lambda::LayerVersion",
    "ssm": "name 2 AWS::SSM::Parameter",
    "secretsmanager": "name 1 AWS::SecretsManager::Secret",
    "sns": "name 1 AWS::SNS::Topic",
    "es": "domainName 1 AWS::OpenSearchService::Domain",
    "apigateway": "id 3 AWS::ApiGateway::RestApi",
    "codepipeline": "name 1 AWS::CodePipeline::Pipeline",
    "codebuild": "name 2 AWS::CodeBuild::Project",
    "athena": "name 3 AWS::Athena::WorkGroup",
    "glue": "name 2 -\njobName 1 AWS::Glue::Job",
    "guardduty": "id 4 -",
    "route53": "id 2 AWS::Route53::HostedZone",
    "states": "name 2 AWS::StepFunctions::StateMachine",
    "wafv2": "name 1 AWS::WAFv2::WebACL",
    "acm": "domainName 3 AWS::CertificateManager::Certificate",
    "rds": "sourceDBSnapshotIdentifier 3 AWS::RDS::DBSnapshot\ntargetDBSnapshotIdentifier 2 AWS::RDS::DBSnapshot\n"
    "resourceName 3 -\nglobalClusterIdentifier 3 AWS::RDS::GlobalCluster",
    "s3": "bucketName 1 AWS::S3::Bucket",
    "ec2": "groupId 3 AWS::EC2::SecurityGroup\ngroupName 4 AWS::EC2::SecurityGroup\nresourceId 4 -",
    "iam": "",
    "ecr": "repositoryName 1 AWS::ECR::Repository",
    "codecommit": "repositoryName 1 AWS::CodeCommit::Repository",
    "organizations": "accountId 2 -\npolicyId 2 -\ntargetId 3 -",
    "kinesis": "streamName 1 AWS::Kinesis::Stream",
    "sagemaker": "",
    "scheduler": "name 1 AWS::Scheduler::Schedule",
    "cloudformation": "",
    "bedrock": "modelId 1 -",
    "config": "",
    "elasticfilesystem": "",
    "autoscaling": "policyName 3 AWS::AutoScaling::ScalingPolicy",
    "route53resolver": "",
}


def _parse(lines: str) -> dict[str, Key]:
    table: dict[str, Key] = {}
    for line in lines.split("\n"):
        if line.strip():
            member, rank, kind = line.split(" ")
            key = Key(int(rank), "" if kind == "-" else kind)
            # CloudTrail writes dBInstanceIdentifier, newer EC2 calls InstanceId: only the first letter's case differs.
            table[member[0].lower() + member[1:]] = table[member[0].upper() + member[1:]] = key
    return table


ANYWHERE: Mapping[str, Key] = MappingProxyType(_parse(_ANYWHERE))
"""Members that mean the same in every service, in both spellings of the first letter."""

BY_SERVICE: Mapping[str, Mapping[str, Key]] = MappingProxyType(
    {
        f"{service}.amazonaws.com": MappingProxyType({**ANYWHERE, **_parse(lines)})
        for service, lines in _BY_SERVICE.items()
        if lines
    }
)
"""For each event source with words of its own, all members that name a resource there."""
