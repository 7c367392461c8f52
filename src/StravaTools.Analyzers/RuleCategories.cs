namespace StravaTools.Analyzers;

/// <summary>The families of rules.</summary>
internal static class RuleCategories
{
    public const string Cmdlets = "StravaTools.Cmdlets";
    public const string House = "StravaTools.House";
    public const string Contract = "StravaTools.Contract";
}
