using StravaTools.Sync.Core;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>A failure of a request.</summary>
/// <param name="Failure">What the client sees.</param>
/// <param name="HasEffect">Whether the request took effect anyway.</param>
internal sealed record VirtualFault(RequestFailure Failure, bool HasEffect);
