using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using StravaTools.Client.Uploads;
using StravaTools.Http.Transport;

namespace StravaTools.Client.DependencyInjection;

/// <summary>Registers the client in a service collection.</summary>
public static class StravaServices
{
    /// <summary>
    /// Adds a <see cref="StravaClient"/> and an <see cref="ActivityUploader"/>, each one for the application. Their requests are logged if
    /// logging is registered. The client is created when it is first requested; that fails with an
    /// <see cref="Http.Errors.ApiException"/> if there is no usable access token.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The server and the credentials; null for those of the environment or of the last login.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddStravaClient(this IServiceCollection services, StravaServiceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<OwnedHttpClient>();
        services.TryAddSingleton(provider => CreateClient(provider, options ?? new StravaServiceOptions()));
        services.TryAddSingleton(provider => new ActivityUploader(provider.GetRequiredService<StravaClient>()));
        return services;
    }

    private static StravaClient CreateClient(IServiceProvider provider, StravaServiceOptions options)
    {
        var http = provider.GetRequiredService<OwnedHttpClient>().Client;
        if (provider.GetService<ILogger<StravaClient>>() is not { } logger)
        {
            return options.Connection.CreateClient(http, options.WaitForRateLimit);
        }

        var log = new RequestLog(logger);
        Action<CompletedRequest> write = log.Write;
        var connection = options.Connection with { RequestCompleted = write + options.Connection.RequestCompleted };
        return connection.CreateClient(http, options.WaitForRateLimit, log.WriteWait);
    }
}
