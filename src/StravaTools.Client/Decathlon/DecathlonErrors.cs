namespace StravaTools.Client.Decathlon;

/// <summary>Errors of Decathlon.</summary>
public static class DecathlonErrors
{
    private const string TryOffline = "To try it offline: Start-FakeStrava -UseAsDefault.";

    /// <summary>There is no API key.</summary>
    public static readonly StravaError NoDecathlonApiKey = new(
        nameof(NoDecathlonApiKey), "There is no API key for Decathlon.",
        $"Pass -ApiKey, or set the environment variable DECATHLON_API_KEY. {TryOffline}");

    /// <summary>What was given cannot be an API key.</summary>
    public static readonly StravaError InvalidDecathlonApiKey = new(
        nameof(InvalidDecathlonApiKey), "The API key holds a space, a line break or a letter beyond ASCII, which no API key does.",
        "Copy it again, without anything around it.");

    /// <summary>There are no tokens for the server.</summary>
    public static readonly StravaError DecathlonNotConnected = new(
        nameof(DecathlonNotConnected), "There is no access token for Decathlon: none was given, and '{0}' has none for this server.",
        $"Run Connect-Decathlon once, or pass -AccessToken or DECATHLON_ACCESS_TOKEN. {TryOffline}");

    /// <summary>401.</summary>
    public static readonly StravaError DecathlonNotAuthorized = new(
        nameof(DecathlonNotAuthorized), "Decathlon refused the access token (401): {0}.",
        "It lives for 15 minutes: run Connect-Decathlon, whose tokens are renewed on the way, or get another one.");

    /// <summary>403.</summary>
    public static readonly StravaError DecathlonForbidden = new(
        nameof(DecathlonForbidden), "Decathlon forbids this (403): {0}.", "Check the API key (-ApiKey, DECATHLON_API_KEY), and whose activity it is.");

    /// <summary>429.</summary>
    public static readonly StravaError DecathlonQuotaUsedUp = new(
        nameof(DecathlonQuotaUsedUp), "The quota of the API key is used up (429): {0}.", "Go on in a minute; the quota of a day opens the next day.");

    /// <summary>404.</summary>
    public static readonly StravaError DecathlonNotFound = new(
        nameof(DecathlonNotFound), "Decathlon has no such thing, or not for this user (404): {0}.", "Check the activity's id, and whose access token it is.");

    /// <summary>The id can be none.</summary>
    public static readonly StravaError DecathlonActivityIdInvalid = new(
        nameof(DecathlonActivityIdInvalid), "'{0}' is no id of an activity of Decathlon: those are letters and digits.", "Give it as eu2a8ff4b670340f5144.");

    /// <summary>The address can be none of a picture.</summary>
    public static readonly StravaError DecathlonUrlInvalid = new(
        nameof(DecathlonUrlInvalid), "'{0}' is no usable address of a picture: it must begin with https://.", "Give it as Send-DecathlonFile does.");

    /// <summary>A success without the documented JSON.</summary>
    public static readonly StravaError DecathlonUnexpectedAnswer = new(
        nameof(DecathlonUnexpectedAnswer), "The server's answer ({0}) is not what Decathlon documents: {1}.",
        "Check the server's address (-BaseUri, DECATHLON_BASE_URI) and whether a proxy is in between.");

    /// <summary>The request never left, or found nobody.</summary>
    public static readonly StravaError DecathlonUnreachable = new(
        nameof(DecathlonUnreachable), "{0} cannot be reached: {1}.",
        "Nothing was sent. Check the network and the server's address (-BaseUri, DECATHLON_BASE_URI), then try again.");

    /// <summary>The file is of a kind that is not stored.</summary>
    public static readonly StravaError DecathlonFileNotTaken = new(
        nameof(DecathlonFileNotTaken), "'{0}' is {1}, and Decathlon stores GPX, TCX, JSON, XML and JPEG files only.", "Convert it, or unpack it if it is gzipped.");

    /// <summary>The photo is too large.</summary>
    public static readonly StravaError DecathlonPhotoTooLarge = new(
        nameof(DecathlonPhotoTooLarge), "'{0}' has {1:N0} bytes, and a photo must have less than {2:N0}.",
        "Make it smaller, as with ImageMagick: magick photo.jpg -define jpeg:extent=2900KB smaller.jpg.");

    /// <summary>The thumbnail is larger than recommended: a warning.</summary>
    public static readonly StravaError DecathlonThumbnailLarge = new(
        nameof(DecathlonThumbnailLarge), "'{0}' has {1:N0} bytes, and Decathlon recommends less than {2:N0} for a thumbnail.",
        "Make it smaller, as with ImageMagick: magick photo.jpg -resize 1024x1024 -define jpeg:extent=290KB thumbnail.jpg.");

    /// <summary>The saved thumbnail is no JPEG: a warning.</summary>
    public static readonly StravaError DecathlonThumbnailMisnamed = new(
        nameof(DecathlonThumbnailMisnamed), "'{0}' holds the old thumbnail as it was, and that is {1}.", "Give it the extension that fits.");

    /// <summary>The file was stored, and then something failed.</summary>
    public static readonly StravaError DecathlonStoredOnly = new(
        nameof(DecathlonStoredOnly), "'{0}' is stored as {1}, but activity {2} was not changed: {3}",
        "Do not send the file again: go on with its address, -Url instead of -Path.");

    /// <summary>Somebody else wrote the list at the same time.</summary>
    public static readonly StravaError DecathlonRaceLost = new(
        nameof(DecathlonRaceLost), "Somebody else changed activity {0} at the same time: {1} is not what was written.",
        "Look at it with Get-DecathlonActivity, and do it again with -Url.");

    /// <summary>With -Replace, a picture that is missing would be a picture that is lost.</summary>
    public static readonly StravaError DecathlonReplacePartly = new(
        nameof(DecathlonReplacePartly), "The pictures of activity {0} were not replaced, because not all of the new ones could be stored.",
        "Mend what the other errors name, and go on with -Url for what is stored.");

    /// <summary>No picture, or two.</summary>
    public static readonly StravaError DecathlonThumbnailMissing = new(
        nameof(DecathlonThumbnailMissing), "A thumbnail needs one picture: either PhotoPath or Url.", "Give one of them.");

    /// <summary>Two ways to save the old thumbnail.</summary>
    public static readonly StravaError DecathlonSavingTwice = new(
        nameof(DecathlonSavingTwice), "-SaveCurrentTo saves the old thumbnail and -NoSave does not: only one of them can be meant.", "Leave one of them out.");
}
