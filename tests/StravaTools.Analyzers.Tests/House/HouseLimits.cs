namespace StravaTools.Analyzers.Tests.House;

/// <summary>
/// The limits of the figures of <c>src</c>, the documents, and the tests. Sizes may be twice those of 2026-11-25. Lower a limit when the code has
/// improved; never raise one.
/// </summary>
internal static class HouseLimits
{
    public const int MedianFileLength = 2 * 56;

    public const int MedianMethodLength = 2 * 7;

    public const double ShortNamePercent = 3;

    public const double ConditionalsPerThousandLines = 8;

    public const int ChainedConditionals = 0;

    public const int ForeignNamespaces = 0;

    public const int LongLines = 0;

    public const int ForbiddenWords = 0;

    public const int DiscouragedWords = 2;

    public const int ChainedConditionalsInTests = 0;

    public const int ForeignNamespacesInTests = 0;

    public const int LongLinesInTests = 9;

    public const int ForbiddenWordsInTests = 0;
}
