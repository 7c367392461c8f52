namespace StravaTools.Decathlon;

/// <summary>How an old thumbnail is saved before it is replaced.</summary>
public enum DecathlonThumbnailSaving
{
    /// <summary>It becomes a photo of the activity, as the document advises.</summary>
    AsPhoto,

    /// <summary>It is fetched and written to a file.</summary>
    ToFile,

    /// <summary>Not at all.</summary>
    None,
}
