namespace StravaTools.Client.Tests.Http;

/// <summary>The tests measure memory and time, so no other tests run at the same time.</summary>
[CollectionDefinition(nameof(UndisturbedTests), DisableParallelization = true)]
public sealed class UndisturbedTests;
