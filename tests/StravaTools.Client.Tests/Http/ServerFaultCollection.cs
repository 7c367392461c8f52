namespace StravaTools.Client.Tests.Http;

/// <summary>The tests measure memory and time, so no other tests run beside them.</summary>
[CollectionDefinition(nameof(ServerFaultTests), DisableParallelization = true)]
public sealed class ServerFaultCollection;
