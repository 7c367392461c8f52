namespace StravaTools.Activities.Model;

/// <summary>
/// The limits beyond which a gzip is treated as a bomb. Strava's upload page accepts 25 MB, and activity files pack to a fifth or a tenth,
/// so no file that can be uploaded unpacks to more than the default.
/// </summary>
/// <param name="MaxUnpackedSize">The maximum number of unpacked bytes.</param>
/// <param name="MaxRatio">
/// The maximum ratio of unpacked to packed size in any 16 MB. The limit of deflate itself is about 1,030 to 1, and only a bomb comes near
/// it.
/// </param>
public sealed record ActivityFileLimits(long MaxUnpackedSize = 250L * 1024 * 1024, int MaxRatio = 100)
{
    /// <summary>250 MB and 100 to 1.</summary>
    public static ActivityFileLimits Default { get; } = new();
}
