using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StravaTools.Client.Athletes;
using StravaTools.Client.DependencyInjection;
using StravaTools.Client.Uploads;
using StravaTools.FakeStrava;

namespace StravaTools.Client.Tests.DependencyInjection;

/// <summary>The client in a service collection.</summary>
public sealed class StravaServicesTests
{
    [Fact]
    public async Task Registered_client_sends_requests_and_logs_them_without_the_token()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var log = new LogLines();
        await using var services = new ServiceCollection()
            .AddLogging(builder => builder.SetMinimumLevel(LogLevel.Debug).AddProvider(log))
            .AddStravaClient(OptionsFor(fake))
            .BuildServiceProvider(validateScopes: true);

        var athlete = await services.GetRequiredService<StravaClient>().GetAthleteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(227615, athlete.Id);
        var line = Assert.Single(log.Lines);
        var expected = $"Debug {typeof(StravaClient).FullName}: GET {fake.BaseUri}api/v3/athlete: 200 after ";
        Assert.StartsWith(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain(fake.AccessToken, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_of_the_connection_is_called_in_addition_to_the_log()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var requests = new ConcurrentQueue<string>();
        var options = OptionsFor(fake);
        options = options with { Connection = options.Connection with { RequestCompleted = request => requests.Enqueue(request.Method) } };
        await using var services = new ServiceCollection().AddLogging().AddStravaClient(options).BuildServiceProvider();

        await services.GetRequiredService<StravaClient>().GetAthleteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["GET"], requests);
    }

    [Fact]
    public async Task Logging_is_optional_and_each_service_exists_once()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var services = new ServiceCollection().AddStravaClient(OptionsFor(fake)).AddStravaClient().BuildServiceProvider();

        Assert.Same(services.GetRequiredService<StravaClient>(), services.GetRequiredService<StravaClient>());
        Assert.Same(services.GetRequiredService<ActivityUploader>(), services.GetRequiredService<ActivityUploader>());
        Assert.Equal(fake.BaseUri, services.GetRequiredService<StravaClient>().BaseUri);
    }

    [Fact]
    public async Task Disposing_the_provider_disposes_the_connections()
    {
        await using var fake = await FakeStravaServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var services = new ServiceCollection().AddStravaClient(OptionsFor(fake)).BuildServiceProvider();
        var client = services.GetRequiredService<StravaClient>();
        await services.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAthleteAsync(TestContext.Current.CancellationToken));
    }

    private static StravaServiceOptions OptionsFor(FakeStravaServer fake) =>
        new() { Connection = new StravaConnection { BaseUri = fake.BaseUri, AccessToken = fake.AccessToken } };

    private sealed class LogLines : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName, Lines);

        public void Dispose()
        {
        }
    }

    private sealed class LineLogger(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)}");
    }
}
