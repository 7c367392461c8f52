using System.Diagnostics;
using System.Globalization;

namespace StravaTools.Client.Testing;

/// <summary>The program and the behavior of the fake server. Null values use the program's defaults.</summary>
public sealed record FakeStravaProcessOptions
{
    /// <summary>The path of StravaTools.FakeStrava.dll.</summary>
    public required string Program { get; init; }

    /// <summary>The port on this machine; 0 for any free port.</summary>
    public int Port { get; init; }

    /// <summary>When an upload is processed: <c>immediate</c>, <c>polls:N</c>, <c>seconds:N</c>, or <c>hold</c>.</summary>
    public string? Processing { get; init; }

    /// <summary>The format of a duplicate's error: <c>plain</c> or <c>html</c>.</summary>
    public string? DuplicateText { get; init; }

    /// <summary>True for a partner application, which receives addresses for photos.</summary>
    public bool Partner { get; init; }

    /// <summary>Whether responses match today's Strava or the documents: <c>current</c> or <c>documented</c>.</summary>
    public string? Profile { get; init; }

    /// <summary>True for Strava as announced for June 2027: the API at the root, and access tokens only in the header.</summary>
    public bool ApiAtRoot { get; init; }

    /// <summary>The root address that clients use if a proxy is in front of the fake; null for the fake's own address.</summary>
    public Uri? PublicUri { get; init; }

    /// <summary>True to disable the rate limits.</summary>
    public bool NoLimits { get; init; }

    /// <summary>The seed for IDs and tokens.</summary>
    public int Seed { get; init; }

    /// <summary>The first ID; 0 to derive it from the seed.</summary>
    public long FirstId { get; init; }

    /// <summary>The path of a JSON file with the state at the start.</summary>
    public string? World { get; init; }

    /// <summary>The IDs of the Decathlon activities. Default: one activity.</summary>
    public IReadOnlyList<string> DecathlonActivities { get; init; } = [];

    /// <summary>Failures to simulate in the Decathlon part, such as <c>upload:503</c> or <c>write:500:2</c>.</summary>
    public IReadOnlyList<string> DecathlonFaults { get; init; } = [];

    /// <summary>The lifetime of Decathlon access tokens in seconds; 0 for 899, as at Decathlon.</summary>
    public int DecathlonTokenLifetime { get; init; }

    /// <summary>The fake stops when this process ends for any reason. Default: the current process.</summary>
    public int ExitWithProcess { get; init; } = Environment.ProcessId;

    /// <summary>How long to wait for the fake to start.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock that the wait uses.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal ProcessStartInfo ToStartInfo(string dotnet)
    {
        var start = new ProcessStartInfo(dotnet)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in Arguments())
        {
            start.ArgumentList.Add(argument);
        }

        // The fake must not receive real tokens.
        foreach (var secret in new[] { "STRAVA_ACCESS_TOKEN", "DECATHLON_ACCESS_TOKEN", "DECATHLON_API_KEY" })
        {
            start.Environment.Remove(secret);
        }

        // The fake is killed at the end, and a killed process leaves its debugger pipes in the temporary folder.
        start.Environment.TryAdd("DOTNET_EnableDiagnostics", "0");
        return start;
    }

    private IEnumerable<string> Arguments()
    {
        var invariant = CultureInfo.InvariantCulture;
        (string Name, string? Value)[] values =
        [
            ("--exit-with-process", ExitWithProcess.ToString(invariant)),
            ("--port", Port == 0 ? null : Port.ToString(invariant)),
            ("--processing", Processing),
            ("--duplicate-text", DuplicateText),
            ("--profile", Profile),
            ("--public-url", PublicUri?.AbsoluteUri),
            ("--world", World),
            ("--seed", Seed == 0 ? null : Seed.ToString(invariant)),
            ("--first-id", FirstId == 0 ? null : FirstId.ToString(invariant)),
            ("--decathlon-lifetime", DecathlonTokenLifetime == 0 ? null : DecathlonTokenLifetime.ToString(invariant)),
            .. DecathlonActivities.Select(id => ("--decathlon-activity", (string?)id)),
            .. DecathlonFaults.Select(fault => ("--decathlon-fault", (string?)fault)),
        ];
        return values.Where(value => value.Value is not null)
            .SelectMany(value => new[] { value.Name, value.Value! })
            .Prepend(Program)
            .Concat(Partner ? ["--partner"] : [])
            .Concat(ApiAtRoot ? ["--api-at-root"] : [])
            .Concat(NoLimits ? ["--no-limits"] : []);
    }
}
