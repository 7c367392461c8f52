namespace StravaTools.Sync.Core;

/// <summary>Why a request failed.</summary>
internal enum RequestFailure
{
    /// <summary>It never reached the server.</summary>
    NotSent,

    /// <summary>The server failed, or its response was lost: the request may have had an effect.</summary>
    Lost,

    /// <summary>The rate limit is used up.</summary>
    Limited,

    /// <summary>The login is missing, revoked, or lacks a permission. The request had no effect.</summary>
    LoginNeeded,

    /// <summary>What the request named does not exist.</summary>
    NotFound,

    /// <summary>The server rejected the content.</summary>
    Refused,

    /// <summary>The file was changed after it was planned. Nothing was sent.</summary>
    FileChanged,

    /// <summary>The permission to send it was too old. Nothing was sent.</summary>
    Expired,
}
