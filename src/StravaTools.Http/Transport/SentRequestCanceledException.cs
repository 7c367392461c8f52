namespace StravaTools.Http.Transport;

/// <summary>The caller canceled a request that may have reached the server, so its outcome is unknown.</summary>
internal sealed class SentRequestCanceledException(Exception cause, CancellationToken cancellationToken)
    : OperationCanceledException("The request was canceled after it was sent.", cause, cancellationToken);
