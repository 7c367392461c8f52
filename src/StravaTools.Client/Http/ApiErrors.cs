namespace StravaTools.Client.Http;

/// <summary>Errors of any web service.</summary>
public static class ApiErrors
{
    private const string TryOffline = "To try it offline: Start-FakeStrava -UseAsDefault.";

    /// <summary>No access token was given.</summary>
    public static readonly StravaError NoAccessToken = new(
        nameof(NoAccessToken), "There is no access token.",
        $"Run Connect-Strava once, pass -AccessToken, or set the environment variable STRAVA_ACCESS_TOKEN. {TryOffline}");

    /// <summary>What was given cannot be sent as a token.</summary>
    public static readonly StravaError InvalidAccessToken = new(
        nameof(InvalidAccessToken), "The access token holds a space, a line break or a letter beyond ASCII, which no access token does.",
        "Copy it again, without anything around it.");

    /// <summary>The token would travel unencrypted.</summary>
    public static readonly StravaError InsecureBaseUri = new(
        nameof(InsecureBaseUri), "'{0}' is not an https address, and the access token would be readable on the way.",
        "Use https; http is for a server on this machine only.");

    /// <summary>Another 4xx.</summary>
    public static readonly StravaError RequestRefused = new(
        nameof(RequestRefused), "The server refused the request ({0}): {1}.", "Mend what it names.");

    /// <summary>5xx on a request that changes nothing.</summary>
    public static readonly StravaError ServerFailed = new(
        nameof(ServerFailed), "The server failed ({0}): {1}.", "Try again later.");

    /// <summary>The connection broke or the time ran out on a request that changes nothing.</summary>
    public static readonly StravaError ConnectionLost = new(
        nameof(ConnectionLost), "The connection to {0} was lost: {1}.", "Try again.");

    /// <summary>The path names nothing.</summary>
    public static readonly StravaError FileNotFound = new(
        nameof(FileNotFound), "'{0}' does not exist.", "Check the path; use -LiteralPath if the name has brackets or wildcards.");

    /// <summary>The path names a directory.</summary>
    public static readonly StravaError PathIsDirectory = new(
        nameof(PathIsDirectory), "'{0}' is a directory, not a file.", "Name the files in it: append /*, or use Get-ChildItem.");

    /// <summary>The file may not or cannot be read.</summary>
    public static readonly StravaError FileNotReadable = new(
        nameof(FileNotReadable), "'{0}' cannot be read: {1}", "Check its permissions and that no other program has it open.");

    /// <summary>There is a file where one is to be written.</summary>
    public static readonly StravaError FileExists = new(
        nameof(FileExists), "'{0}' exists already.", "Write to another path, or overwrite it with -Force.");

    /// <summary>The file may not or cannot be written.</summary>
    public static readonly StravaError FileNotWritable = new(
        nameof(FileNotWritable), "'{0}' cannot be written: {1}", "Check that its folder exists, its permissions, and that no other program has it open.");

    /// <summary>The file of the token store cannot be read or written.</summary>
    public static readonly StravaError TokenStoreUnusable = new(
        nameof(TokenStoreUnusable), "The token store '{0}' cannot be used: {1}.",
        "Check its permissions; delete the file and connect again if it is damaged. STRAVATOOLS_TOKEN_STORE names another folder.");

    /// <summary>The user said no.</summary>
    public static readonly StravaError AuthorizationDenied = new(
        nameof(AuthorizationDenied), "The login ended without permission: {0}.", "Connect again and allow what is asked for.");

    /// <summary>The user has allowed less than was asked for.</summary>
    public static readonly StravaError AuthorizationIncomplete = new(
        nameof(AuthorizationIncomplete), "The login was not finished, because a part of what was asked for was not allowed: {0}.",
        "Connect again and leave the boxes ticked, or ask for less with -Scope.");

    /// <summary>The answer belongs to no request of ours.</summary>
    public static readonly StravaError AuthorizationForged = new(
        nameof(AuthorizationForged), "The address is no answer to this login: its state or its code is missing or is another one's.",
        "Connect again, and give the whole address that the browser shows after the login.");

    /// <summary>The server gave no tokens.</summary>
    public static readonly StravaError AuthorizationRefused = new(
        nameof(AuthorizationRefused), "The server gave no access token ({0}): {1}.", "Connect again, with the application's own id and secret.");

    /// <summary>Nobody came back in time.</summary>
    public static readonly StravaError AuthorizationTimedOut = new(
        nameof(AuthorizationTimedOut), "The browser did not come back from the login within {0:0} seconds.",
        "Connect again; on a machine without a browser use -NoListener, and -RedirectedUrl with the address that the login ended at.");

    /// <summary>The port is taken.</summary>
    public static readonly StravaError LoopbackUnavailable = new(
        nameof(LoopbackUnavailable), "Port {0} of this machine cannot be listened at: {1}.", "Give another -Port, or none: then any free one is taken.");

    /// <summary>The picture ends before its end.</summary>
    public static readonly StravaError PictureBroken = new(
        nameof(PictureBroken), "'{0}' is damaged: it ends before its end, or its parts do not fit together.", "Copy it again from where it came from.");

    /// <summary>The picture is of a kind that the service does not take.</summary>
    public static readonly StravaError PictureNotJpeg = new(
        nameof(PictureNotJpeg), "'{0}' is {1}, and Decathlon takes JPEG pictures only.",
        "Save it as JPEG in any program that shows it, or with ImageMagick: magick picture.png -auto-orient picture.jpg.");

    /// <summary>There is nothing to convert a picture with.</summary>
    public static readonly StravaError PictureConverterMissing = new(
        nameof(PictureConverterMissing), "'{0}' cannot be made {1} here: the module has no imaging library, as none without native code is to be had.",
        "Do it before, as with ImageMagick: magick picture.png -auto-orient picture.jpg; for a thumbnail add -resize 1024x1024 -define jpeg:extent=290KB.");
}
