namespace StravaTools.Decathlon;

/// <summary>How the previous thumbnail is saved before it is replaced.</summary>
public enum DecathlonThumbnailSaving
{
    /// <summary>As a photo of the activity, as the document recommends.</summary>
    AsPhoto,

    /// <summary>Downloaded to a file.</summary>
    ToFile,

    /// <summary>Not saved.</summary>
    None,
}
