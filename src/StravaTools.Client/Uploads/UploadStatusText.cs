namespace StravaTools.Client.Uploads;

/// <summary>The documented texts of <see cref="UploadStatus.Status"/>.</summary>
public static class UploadStatusText
{
    /// <summary>Not ready yet.</summary>
    public const string Processing = "Your activity is still being processed.";

    /// <summary>The activity is ready.</summary>
    public const string Ready = "Your activity is ready.";

    /// <summary>The activity was created and then deleted.</summary>
    public const string Deleted = "The created activity has been deleted.";

    /// <summary>See <see cref="UploadStatus.Error"/>.</summary>
    public const string Failed = "There was an error processing your activity.";
}
