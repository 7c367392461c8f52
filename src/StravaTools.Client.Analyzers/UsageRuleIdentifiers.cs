using System.Reflection;

namespace StravaTools.Client.Analyzers;

/// <summary>The IDs of the rules for users of our packages (STRV4001 to STRV4999). An ID is unique and never reused.</summary>
internal static class UsageRuleIdentifiers
{
    public const string Category = "StravaTools.Usage";

    public const string NarrowedId = "STRV4001";
    public const string PollingTooFast = "STRV4002";
    public const string TokenInSource = "STRV4003";
    public const string PhotoContentType = "STRV4004";
    public const string UncheckedActivityId = "STRV4005";
    public const string LimitedRetry = "STRV4006";

    private static readonly string Repository = typeof(UsageRuleIdentifiers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryUrl").Value;

    /// <summary>The page of a rule, <c>docs/STRVnnnn.md</c>.</summary>
    public static string HelpLink(string id) => $"{Repository}/blob/main/src/StravaTools.Client.Analyzers/docs/{id}.md";
}
