
namespace StravaTools.FakeStrava.Decathlon;

/// <summary>What was asked for at the login, until its code is spent.</summary>
internal sealed record PendingCode(string RedirectUri, string? Challenge, string? Scope);
