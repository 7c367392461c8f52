namespace StravaTools.FakeStrava.Options;

/// <summary>
/// A failure to order: which requests fail, when, and how. Without <see cref="Operation"/>, <see cref="Method"/>, and
/// <see cref="Path"/>, it applies to all requests.
/// </summary>
public sealed record FakeFault
{
    /// <summary>The value of <see cref="Operation"/> for new connections instead of requests.</summary>
    public const string ConnectOperation = "connect";

    /// <summary>Its number, which the fake assigns.</summary>
    public long Id { get; init; }

    /// <summary>
    /// The endpoint, such as <c>createUpload</c>, <c>getUpload</c>, or <c>issueToken</c>; <c>connect</c> for new connections; null for any
    /// endpoint.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>The method; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>The path, in which * stands for any text; null for any.</summary>
    public string? Path { get; init; }

    /// <summary>1 for the first matching request, 3 if the third is the first to fail.</summary>
    public int Nth { get; init; } = 1;

    /// <summary>The number of requests that fail; null for all.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>From 0 to 1: how likely a request fails. The fake's seed determines which do.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>
    /// True if the request takes effect before it fails: an upload is created, but the client does not receive its ID.
    /// </summary>
    public bool TakesEffect { get; init; }

    /// <summary>The status of the response; null for the real response, after the delay if there is one.</summary>
    public int? Status { get; init; }

    /// <summary>How the connection ends instead of a response; null if it does not end.</summary>
    public FakeConnectionFault? Connection { get; init; }

    /// <summary>
    /// With <see cref="Connection"/>: how many bytes of the real response, headers included, are sent before. If it is greater than 0, the
    /// request takes effect.
    /// </summary>
    public int AfterBytes { get; init; }

    /// <summary>
    /// If greater than 0, the response is sent in pieces of this number of bytes, headers included, and then the connection ends.
    /// </summary>
    public int PieceBytes { get; init; }

    /// <summary>With <see cref="PieceBytes"/>: the time between two pieces, by the real clock.</summary>
    public TimeSpan PieceDelay { get; init; }

    /// <summary>The content type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>The body of the response; null for Strava's own body for the status, or an HTML page for 5xx.</summary>
    public string? Body { get; init; }

    /// <summary>More headers of the response.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long the response, or a new connection, is delayed, or connections are refused, by the real clock.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The number of requests that the fault applied to so far.</summary>
    public int Fired { get; init; }

    /// <summary>True if the fault applies to new connections.</summary>
    internal bool IsOfConnections => ConnectOperation.Equals(Operation, StringComparison.OrdinalIgnoreCase);

    /// <summary>True if the connection ends with the response.</summary>
    internal bool EndsConnection => Connection is not null || PieceBytes > 0;

    /// <summary>True if bytes of the response, or its effect, are needed before the connection ends.</summary>
    internal bool NeedsResponse =>
        TakesEffect || AfterBytes > 0 || PieceBytes > 0 || Connection == FakeConnectionFault.BrokenChunk;

    /// <summary>Why the fault cannot be ordered; null if it can.</summary>
    internal string? FindProblem()
    {
        if (Status is < 200 or > 599)
        {
            return "The status must be from 200 to 599.";
        }

        if (Nth < 1 || Times < 1)
        {
            return "nth and times must be 1 or more.";
        }

        if (Probability is not (> 0 and <= 1))
        {
            return "The probability must be greater than 0 and at most 1.";
        }

        return FindEffectProblem();
    }

    private string? FindEffectProblem()
    {
        if (Delay < TimeSpan.Zero || PieceDelay < TimeSpan.Zero)
        {
            return "A delay must not be negative.";
        }

        if (Status is null && !EndsConnection && Delay == TimeSpan.Zero)
        {
            return "A fault needs a status, a connection, a delay, or pieceBytes.";
        }

        if (AfterBytes < 0 || (AfterBytes > 0 && (Connection is null or FakeConnectionFault.BrokenChunk)))
        {
            return "afterBytes must not be negative, and needs a connection other than brokenChunk.";
        }

        if (PieceBytes < 0 || (PieceDelay > TimeSpan.Zero && PieceBytes == 0))
        {
            return "pieceBytes must not be negative, and pieceDelay needs it.";
        }

        if (IsOfConnections)
        {
            return FindConnectProblem();
        }

        return FindRequestProblem();
    }

    private string? FindRequestProblem()
    {
        if (Connection is FakeConnectionFault.Refused or FakeConnectionFault.ExpiredCertificate)
        {
            return "refused and expiredCertificate need the operation connect.";
        }

        return null;
    }

    private string? FindConnectProblem()
    {
        if (Status is not null || Method is not null || Path is not null || NeedsResponse)
        {
            return "A fault of connect has no request and no response: specify only connection, delay, nth, times, and probability.";
        }

        if (Times is null)
        {
            return "A fault of connect needs times: otherwise, no new connection could remove it.";
        }

        if (Connection == FakeConnectionFault.Refused && Delay == TimeSpan.Zero)
        {
            return "refused needs a delay: how long connections are refused.";
        }

        return null;
    }
}
