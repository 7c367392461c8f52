using System.Reflection;

namespace StravaTools.Analyzers;

/// <summary>The IDs of all rules. An ID is unique and never reused.</summary>
internal static class RuleIdentifiers
{
    // STRV1001-1999: cmdlets.
    public const string CmdletVerb = "STRV1001";
    public const string CmdletNoun = "STRV1002";
    public const string CmdletClassName = "STRV1003";
    public const string MissingOutputType = "STRV1004";
    public const string UntruthfulOutputType = "STRV1005";
    public const string MissingShouldProcess = "STRV1006";

    // STRV1007 followed calls to see that ShouldProcess comes before a change. tests/Module/Contract.Tests.ps1 requires tests of -WhatIf
    // instead.
    public const string MissingLiteralPath = "STRV1008";
    public const string SecretParameter = "STRV1009";
    public const string MissingHelpPage = "STRV1010";
    public const string MissingPesterFile = "STRV1011";
    public const string ManifestExports = "STRV1012";
    public const string ErrorIdOutsideTable = "STRV1013";

    // STRV2001-2999: the house.
    public const string RoomArrow = "STRV2001";
    public const string WallClock = "STRV2002";
    public const string BlockingWait = "STRV2003";
    public const string RoomsLine = "STRV2004";
    public const string RoomCycle = "STRV2005";
    public const string UnusedArrow = "STRV2006";
    public const string ChainedConditional = "STRV2007";

    // STRV3001-3999: the contract.
    public const string UnknownClause = "STRV3001";
    public const string UnclaimedClause = "STRV3002";
    public const string ClaimedClauseIsPlanned = "STRV3003";
    public const string ClauseLine = "STRV3004";
    public const string ConformanceTestWithoutClause = "STRV3005";
    public const string TestWithoutAssertion = "STRV3006";
    public const string TestAlwaysSkipped = "STRV3007";

    // STRV4001-4999 are the rules for people who use our packages: StravaTools.Client.Analyzers.
    private static readonly string Repository = typeof(RuleIdentifiers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryUrl").Value;

    /// <summary>The page of a rule, <c>docs/STRVnnnn.md</c>.</summary>
    public static string HelpLink(string id) => $"{Repository}/blob/main/src/StravaTools.Analyzers/docs/{id}.md";
}
