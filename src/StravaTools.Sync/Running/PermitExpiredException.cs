namespace StravaTools.Sync.Running;

/// <summary>A request was not sent, because its permit expired while the token was renewed or the server was not reachable.</summary>
internal sealed class PermitExpiredException() : Exception("The permit of the request has expired.");
