namespace StravaTools.Http.Errors;

/// <summary>The errors that do not depend on the service: files, pictures, logins, and connections.</summary>
public static class ApiErrors
{
    /// <summary>No access token was specified.</summary>
    public static readonly ErrorDescriptor NoAccessToken = new(
        nameof(NoAccessToken), ErrorKind.Authentication, "No access token is available.", "Log in once, or provide an access token.");

    /// <summary>The specified token cannot be sent.</summary>
    public static readonly ErrorDescriptor InvalidAccessToken = new(
        nameof(InvalidAccessToken), ErrorKind.Authentication, "The access token contains a space, a line break, or a non-ASCII character.",
        "Copy the token again, without quotation marks or spaces.");

    /// <summary>The address of the server is not the address of a web server.</summary>
    public static readonly ErrorDescriptor InvalidBaseUri = new(
        nameof(InvalidBaseUri), ErrorKind.InvalidArgument, "'{0}' is not the address of a server.",
        "Use a complete address, such as https://www.strava.com or http://127.0.0.1:8080.");

    /// <summary>The token would be sent unencrypted.</summary>
    public static readonly ErrorDescriptor InsecureBaseUri = new(
        nameof(InsecureBaseUri), ErrorKind.Security, "'{0}' is not an https address, so the access token would be sent unencrypted.",
        "Use https. Plain http is allowed only for a server on this machine.");

    /// <summary>A 4xx status without an error of its own.</summary>
    public static readonly ErrorDescriptor RequestRefused = new(
        nameof(RequestRefused), ErrorKind.InvalidArgument, "The server rejected the request ({0}): {1}.",
        "Correct the value that the server names.");

    /// <summary>5xx on a request that changes nothing.</summary>
    public static readonly ErrorDescriptor ServerFailed =
        new(nameof(ServerFailed), ErrorKind.Protocol, "The server failed ({0}): {1}.", "Try again later.");

    /// <summary>The connection was lost or timed out on a request that changes nothing.</summary>
    public static readonly ErrorDescriptor ConnectionLost = new(
        nameof(ConnectionLost), ErrorKind.Connection, "The connection to {0} was lost: {1}.", "Try again.");

    /// <summary>The path does not exist.</summary>
    public static readonly ErrorDescriptor FileNotFound =
        new(nameof(FileNotFound), ErrorKind.NotFound, "'{0}' does not exist.", "Check the path.");

    /// <summary>The path is a directory.</summary>
    public static readonly ErrorDescriptor PathIsDirectory = new(
        nameof(PathIsDirectory), ErrorKind.InvalidArgument, "'{0}' is a directory, not a file.", "Specify the files in the directory.");

    /// <summary>The file cannot be read.</summary>
    public static readonly ErrorDescriptor FileNotReadable = new(
        nameof(FileNotReadable), ErrorKind.FileRead, "'{0}' cannot be read: {1}",
        "Check its permissions, and close other programs that have it open.");

    /// <summary>The output file exists.</summary>
    public static readonly ErrorDescriptor FileExists = new(
        nameof(FileExists), ErrorKind.Conflict, "'{0}' already exists.", "Use another path.");

    /// <summary>The file cannot be written.</summary>
    public static readonly ErrorDescriptor FileNotWritable = new(
        nameof(FileNotWritable), ErrorKind.FileWrite, "'{0}' cannot be written: {1}",
        "Check that the folder exists and its permissions, and close other programs that have the file open.");

    /// <summary>A file of the token store cannot be read or written.</summary>
    public static readonly ErrorDescriptor TokenStoreUnusable = new(
        nameof(TokenStoreUnusable), ErrorKind.FileWrite, "The token store '{0}' cannot be used: {1}.",
        "Check its permissions. If the file is damaged, delete it and log in again. To use another folder, set STRAVATOOLS_TOKEN_STORE.");

    /// <summary>Another user could have written the stored tokens.</summary>
    public static readonly ErrorDescriptor TokenStoreNotPrivate = new(
        nameof(TokenStoreNotPrivate), ErrorKind.Security, "The token store '{0}' is not trusted: {1}.",
        "Remove the write permission of others (chmod go-w), or set STRAVATOOLS_TOKEN_STORE to a folder of your own.");

    /// <summary>The name of a profile contains other characters.</summary>
    public static readonly ErrorDescriptor InvalidProfileName = new(
        nameof(InvalidProfileName), ErrorKind.InvalidArgument, "'{0}' is not the name of a profile.",
        "Use up to 64 letters, digits, hyphens, and underscores.");

    /// <summary>A login without a browser lacks a value.</summary>
    public static readonly ErrorDescriptor LoginValueMissing = new(
        nameof(LoginValueMissing), ErrorKind.Authentication, "The login requires the {0}, but it was not specified, and {1} is not set.",
        "Specify it, or set the environment variable.");

    /// <summary>429 of a request that belongs to a login.</summary>
    public static readonly ErrorDescriptor TooManyRequests = new(
        nameof(TooManyRequests), ErrorKind.Limit, "The server rejected the request because of a rate limit: {0}.", "Try again later.");

    /// <summary>The server did not renew the login, but it did not say that the login has ended.</summary>
    public static readonly ErrorDescriptor LoginNotRenewed = new(
        nameof(LoginNotRenewed), ErrorKind.Connection, "The access token could not be renewed ({0}): {1}.",
        "Try again later. The stored login is unchanged.");

    /// <summary>The user declined.</summary>
    public static readonly ErrorDescriptor AuthorizationDenied = new(
        nameof(AuthorizationDenied), ErrorKind.Permission, "The login was denied: {0}.", "Log in again, and allow the requested access.");

    /// <summary>The user granted less than was requested.</summary>
    public static readonly ErrorDescriptor AuthorizationIncomplete = new(
        nameof(AuthorizationIncomplete), ErrorKind.InvalidData,
        "The login failed because some requested permissions were not granted: {0}.",
        "Log in again and leave the boxes checked, or request fewer permissions.");

    /// <summary>The redirect does not belong to this login.</summary>
    public static readonly ErrorDescriptor AuthorizationForged = new(
        nameof(AuthorizationForged), ErrorKind.Security,
        "The address does not belong to this login: its state or code is missing or wrong.",
        "Log in again, and open the new address. Addresses of earlier logins do not work.");

    /// <summary>The server issued no tokens.</summary>
    public static readonly ErrorDescriptor AuthorizationRefused = new(
        nameof(AuthorizationRefused), ErrorKind.Authentication, "The server did not issue an access token ({0}): {1}.",
        "Log in again with the ID and secret of the application.");

    /// <summary>The browser did not return in time.</summary>
    public static readonly ErrorDescriptor AuthorizationTimedOut = new(
        nameof(AuthorizationTimedOut), ErrorKind.Timeout, "The browser did not return from the login within {0:0} seconds.",
        "Log in again. On a machine without a browser, open the login address on another device.");

    /// <summary>The port is in use.</summary>
    public static readonly ErrorDescriptor LoopbackUnavailable = new(
        nameof(LoopbackUnavailable), ErrorKind.Connection, "Port {0} cannot be opened on this machine: {1}.",
        "Use another port, or let any free port be used.");

    /// <summary>The picture is neither JPEG nor PNG.</summary>
    public static readonly ErrorDescriptor PhotoNotAPicture = new(
        nameof(PhotoNotAPicture), ErrorKind.InvalidData, "'{0}' is not a JPEG or PNG picture.", "Convert it to JPEG.");

    /// <summary>The picture is truncated or damaged.</summary>
    public static readonly ErrorDescriptor PictureBroken = new(
        nameof(PictureBroken), ErrorKind.InvalidData, "'{0}' is truncated or damaged.", "Copy it again from its source.");

    /// <summary>The service accepts JPEG only.</summary>
    public static readonly ErrorDescriptor PictureNotJpeg = new(
        nameof(PictureNotJpeg), ErrorKind.InvalidData, "'{0}' is {1}; only JPEG pictures are accepted.",
        "Save it as JPEG, for example with ImageMagick: magick picture.png -auto-orient picture.jpg.");

    /// <summary>The picture is in the format of iPhones, which cannot be decoded here.</summary>
    public static readonly ErrorDescriptor PictureHeic = new(
        nameof(PictureHeic), ErrorKind.InvalidData, "'{0}' is a HEIC picture, which cannot be converted.",
        "Export it as JPEG, for example with ImageMagick: magick picture.heic picture.jpg. "
        + "On an iPhone, Settings > Camera > Formats > Most Compatible saves new pictures as JPEG.");

    /// <summary>The picture has too many pixels to be decoded.</summary>
    public static readonly ErrorDescriptor PictureTooManyPixels = new(
        nameof(PictureTooManyPixels), ErrorKind.InvalidData, "'{0}' has {1} x {2} pixels; the limit is {3:N0} pixels.",
        "Make it smaller first, for example with ImageMagick: magick picture.jpg -resize 2048x2048 small.jpg.");
}
