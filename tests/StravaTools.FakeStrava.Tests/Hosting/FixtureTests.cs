using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Tests.Hosting;

/// <summary>One fake for all tests of a class, as module/docs/guides/fake-strava.md shows it.</summary>
public sealed class FixtureTests : IClassFixture<FixtureTests.FakeStravaFixture>
{
    private readonly FakeStravaServer _strava;

    public FixtureTests(FakeStravaFixture fixture)
    {
        _strava = fixture.Server;
        _strava.ResetAll();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Each_test_starts_with_the_same_state(int test)
    {
        Assert.Empty(_strava.Requests);
        Assert.Empty(_strava.Faults);
        _strava.AddFault(new FakeFault { Status = 500 + test });
        using var http = new HttpClient { BaseAddress = _strava.BaseUri };

        using var answer = await http.GetAsync(new Uri("api/v3/athlete", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(500 + test, (int)answer.StatusCode);
    }

    public sealed class FakeStravaFixture : IAsyncLifetime
    {
        public FakeStravaServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Server = await FakeStravaServer.StartAsync();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
