using StravaTools.Http.Errors;

namespace StravaTools.Decathlon;

/// <summary>
/// The errors of Decathlon's sports tracking data. Errors that do not depend on the service are in <see cref="ApiErrors"/>.
/// </summary>
public static class DecathlonErrors
{
    /// <summary>No API key was specified.</summary>
    public static readonly ErrorDescriptor NoDecathlonApiKey = new(
        nameof(NoDecathlonApiKey), ErrorKind.Authentication, "No API key for Decathlon is available.",
        "Provide the API key of your application.");

    /// <summary>The specified API key cannot be sent.</summary>
    public static readonly ErrorDescriptor InvalidDecathlonApiKey = new(
        nameof(InvalidDecathlonApiKey), ErrorKind.Authentication, "The API key contains a space, a line break, or a non-ASCII character.",
        "Copy the key again, without quotation marks or spaces.");

    /// <summary>There are no tokens for the server.</summary>
    public static readonly ErrorDescriptor DecathlonNotConnected = new(
        nameof(DecathlonNotConnected), ErrorKind.Authentication,
        "No access token for Decathlon is available: none was specified, and '{0}' contains none for this server.",
        "Log in once, or provide an access token.");

    /// <summary>401.</summary>
    public static readonly ErrorDescriptor DecathlonNotAuthorized = new(
        nameof(DecathlonNotAuthorized), ErrorKind.Authentication, "Decathlon rejected the access token (401): {0}.",
        "Get a new access token. They expire after 15 minutes, and a login renews them automatically.");

    /// <summary>403.</summary>
    public static readonly ErrorDescriptor DecathlonForbidden = new(
        nameof(DecathlonForbidden), ErrorKind.Permission, "Decathlon does not allow this (403): {0}.",
        "Check the API key, and who owns the activity.");

    /// <summary>429.</summary>
    public static readonly ErrorDescriptor DecathlonQuotaUsedUp = new(
        nameof(DecathlonQuotaUsedUp), ErrorKind.Limit, "The quota of the API key is used up (429): {0}.",
        "Retry in a minute; the daily quota resets the next day.");

    /// <summary>404.</summary>
    public static readonly ErrorDescriptor DecathlonNotFound = new(
        nameof(DecathlonNotFound), ErrorKind.NotFound, "Not found, or not accessible to this user (404): {0}.",
        "Check the activity's ID, and who owns the access token.");

    /// <summary>The ID cannot be one of an activity.</summary>
    public static readonly ErrorDescriptor DecathlonActivityIdInvalid = new(
        nameof(DecathlonActivityIdInvalid), ErrorKind.InvalidArgument,
        "'{0}' is not the ID of a Decathlon activity; IDs consist of letters and digits.",
        "Use an ID such as eu2a8ff4b670340f5144.");

    /// <summary>The address cannot be used for a picture.</summary>
    public static readonly ErrorDescriptor DecathlonUrlInvalid = new(
        nameof(DecathlonUrlInvalid), ErrorKind.InvalidArgument, "'{0}' is not a usable picture address; it must begin with https://.",
        "Use the address that was returned when the picture was stored.");

    /// <summary>A success without the documented JSON.</summary>
    public static readonly ErrorDescriptor DecathlonUnexpectedAnswer = new(
        nameof(DecathlonUnexpectedAnswer), ErrorKind.Protocol, "The server's response ({0}) is not what Decathlon documents: {1}.",
        "Check the server's address, and whether a proxy changes the response.");

    /// <summary>The request was never sent, or the server did not accept the connection.</summary>
    public static readonly ErrorDescriptor DecathlonUnreachable = new(
        nameof(DecathlonUnreachable), ErrorKind.Connection, "{0} cannot be reached, and nothing was sent: {1}.",
        "Check the network and the server's address, then try again.");

    /// <summary>The file's format is not accepted.</summary>
    public static readonly ErrorDescriptor DecathlonFileNotTaken = new(
        nameof(DecathlonFileNotTaken), ErrorKind.InvalidData, "'{0}' is {1}; Decathlon accepts only GPX, TCX, JSON, XML, and JPEG files.",
        "Convert the file, or unpack it if it is gzipped.");

    /// <summary>The photo is too large.</summary>
    public static readonly ErrorDescriptor DecathlonPhotoTooLarge = new(
        nameof(DecathlonPhotoTooLarge), ErrorKind.Limit, "'{0}' has {1:N0} bytes; the limit for a photo is {2:N0} bytes.",
        "Make it smaller, for example with ImageMagick: magick photo.jpg -define jpeg:extent=2900KB smaller.jpg.");

    /// <summary>The thumbnail is larger than recommended; a warning.</summary>
    public static readonly ErrorDescriptor DecathlonThumbnailLarge = new(
        nameof(DecathlonThumbnailLarge), ErrorKind.InvalidData,
        "'{0}' has {1:N0} bytes; Decathlon recommends less than {2:N0} bytes for a thumbnail.",
        "Make it smaller, for example with ImageMagick: magick photo.jpg -resize 1024x1024 -define jpeg:extent=290KB thumbnail.jpg.");

    /// <summary>The saved thumbnail's extension does not match its content; a warning.</summary>
    public static readonly ErrorDescriptor DecathlonThumbnailMisnamed = new(
        nameof(DecathlonThumbnailMisnamed), ErrorKind.InvalidData, "'{0}' contains the previous thumbnail unchanged, which is {1}.",
        "Rename the file with the matching extension.");

    /// <summary>The file was stored, and a later step failed.</summary>
    public static readonly ErrorDescriptor DecathlonStoredOnly = new(
        nameof(DecathlonStoredOnly), ErrorKind.Incomplete, "'{0}' is stored as {1}, but activity {2} was not changed: {3}",
        "Do not send the file again; retry with its address.");

    /// <summary>Another client changed the activity at the same time.</summary>
    public static readonly ErrorDescriptor DecathlonRaceLost = new(
        nameof(DecathlonRaceLost), ErrorKind.Conflict,
        "Activity {0} was changed by another client at the same time: {1} is not what was written.",
        "Check the activity, and retry with the address of the stored picture.");

    /// <summary>Not all new pictures are available, so none was replaced.</summary>
    public static readonly ErrorDescriptor DecathlonReplacePartly = new(
        nameof(DecathlonReplacePartly), ErrorKind.Incomplete,
        "The pictures of activity {0} were not replaced, because not all new pictures could be stored.",
        "Fix the other errors, and retry with the addresses of the stored pictures.");

    /// <summary>No picture, or two.</summary>
    public static readonly ErrorDescriptor DecathlonThumbnailMissing = new(
        nameof(DecathlonThumbnailMissing), ErrorKind.InvalidData, "A thumbnail needs exactly one picture: a file or an address.",
        "Specify one of them.");

    /// <summary>Contradicting instructions for the previous thumbnail.</summary>
    public static readonly ErrorDescriptor DecathlonSavingTwice = new(
        nameof(DecathlonSavingTwice), ErrorKind.InvalidArgument, "The previous thumbnail cannot be both saved to a file and not saved.",
        "Specify only one of them.");
}
