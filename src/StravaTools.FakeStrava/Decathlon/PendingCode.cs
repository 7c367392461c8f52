namespace StravaTools.FakeStrava.Decathlon;

/// <summary>What a client requested at the login, kept until it exchanges the code.</summary>
internal sealed record PendingCode(string RedirectUri, string? Challenge, string? Scope);
