namespace StravaTools.Http.Errors;

/// <summary>What an error is about.</summary>
public enum ErrorKind
{
    /// <summary>The content of a file or a value is wrong.</summary>
    InvalidData,

    /// <summary>A setting, a path, or an address is wrong.</summary>
    InvalidArgument,

    /// <summary>Credentials are missing, expired, or wrong.</summary>
    Authentication,

    /// <summary>The credentials do not permit the request.</summary>
    Permission,

    /// <summary>The request would reveal a secret, or the response may be forged.</summary>
    Security,

    /// <summary>A rate limit or a size limit is exceeded.</summary>
    Limit,

    /// <summary>A file or an object on the server does not exist.</summary>
    NotFound,

    /// <summary>Something else exists already, or was changed at the same time.</summary>
    Conflict,

    /// <summary>The server could not be reached.</summary>
    Connection,

    /// <summary>No response arrived in time.</summary>
    Timeout,

    /// <summary>The server's response is not the documented one.</summary>
    Protocol,

    /// <summary>A file cannot be read.</summary>
    FileRead,

    /// <summary>A file cannot be written.</summary>
    FileWrite,

    /// <summary>Required software is missing.</summary>
    NotInstalled,

    /// <summary>A program could not be started.</summary>
    StartFailed,

    /// <summary>Some steps succeeded, and a later step failed.</summary>
    Incomplete,
}
