namespace StravaTools.Client;

/// <content>Logins and the token store, whatever service they are for.</content>
public static partial class StravaErrors
{
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
}
