namespace StravaTools.Activities.Model;

/// <summary>The limits beyond which a gzip is treated as a bomb.</summary>
/// <param name="MaxUnpackedSize">The maximum number of unpacked bytes.</param>
/// <param name="MaxRatio">
/// The maximum ratio of unpacked to packed size in any 16 MB. Activity files pack to a fifth or a tenth; the limit of deflate itself is
/// about 1,030 to 1, and only a bomb comes near it.
/// </param>
public sealed record ActivityFileLimits(long MaxUnpackedSize = 1024L * 1024 * 1024, int MaxRatio = 200)
{
    /// <summary>1 GB and 200 to 1.</summary>
    public static ActivityFileLimits Default { get; } = new();
}
