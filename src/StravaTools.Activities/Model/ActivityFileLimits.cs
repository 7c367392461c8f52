namespace StravaTools.Activities.Model;

/// <summary>What a gzip may unpack to before it is taken for a bomb.</summary>
/// <param name="MaxUnpackedSize">The most bytes it may unpack to.</param>
/// <param name="MaxRatio">
/// How many times its size any 16 MB of it may unpack to. Activity files pack to a fifth or a tenth; deflate's own limit is about 1,030 to
/// 1, and only a bomb comes near it.
/// </param>
public sealed record ActivityFileLimits(long MaxUnpackedSize = 1024L * 1024 * 1024, int MaxRatio = 200)
{
    /// <summary>1 GB, and 200 to 1.</summary>
    public static ActivityFileLimits Default { get; } = new();
}
