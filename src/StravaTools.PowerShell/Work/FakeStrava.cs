using StravaTools.Client.Testing;

namespace StravaTools.PowerShell.Work;

/// <summary>A fake Strava that Start-FakeStrava started.</summary>
public sealed class FakeStrava
{
    internal FakeStrava(FakeStravaProcess process)
    {
        Url = process.Url;
        AccessToken = process.AccessToken;
        DecathlonApiKey = process.DecathlonApiKey;
        DecathlonAccessToken = process.DecathlonAccessToken;
        ProcessId = process.ProcessId;
    }

    /// <summary>The root address of its server, for -BaseUri.</summary>
    public Uri Url { get; }

    /// <summary>The access token of its athlete. It works only with this fake.</summary>
    public string AccessToken { get; }

    /// <summary>The API key of its Decathlon part, for -ApiKey. It works only with this fake.</summary>
    public string DecathlonApiKey { get; }

    /// <summary>The access token of its Decathlon part. It works only with this fake.</summary>
    public string DecathlonAccessToken { get; }

    /// <summary>The ID of its process.</summary>
    public int ProcessId { get; }
}
