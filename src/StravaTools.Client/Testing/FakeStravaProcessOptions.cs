using System.Diagnostics;
using System.Globalization;

namespace StravaTools.Client.Testing;

/// <summary>Where the fake's program is and how the fake behaves. What is null is left to the program.</summary>
public sealed record FakeStravaProcessOptions
{
    /// <summary>The path of StravaTools.FakeStrava.dll.</summary>
    public required string Program { get; init; }

    /// <summary>The port on this machine; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>When an upload is processed: <c>immediate</c>, <c>polls:N</c> or <c>seconds:N</c>.</summary>
    public string? Processing { get; init; }

    /// <summary>The form of the error of a duplicate: <c>plain</c> or <c>html</c>.</summary>
    public string? DuplicateText { get; init; }

    /// <summary>True for an application that is no partner and gets no address for photos.</summary>
    public bool NoPartner { get; init; }

    /// <summary>Strava as it answers today or as the documents describe it: <c>current</c> or <c>documented</c>.</summary>
    public string? Profile { get; init; }

    /// <summary>True to let the rate limits never be reached.</summary>
    public bool NoLimits { get; init; }

    /// <summary>What ids and tokens are made from.</summary>
    public int Seed { get; init; }

    /// <summary>The first id; 0 leaves it to the seed.</summary>
    public long FirstId { get; init; }

    /// <summary>The ids of the activities of its Decathlon part; one by default.</summary>
    public IReadOnlyList<string> DecathlonActivities { get; init; } = [];

    /// <summary>Failures of its Decathlon part to order, as <c>upload:503</c> or <c>write:500:2</c>.</summary>
    public IReadOnlyList<string> DecathlonFaults { get; init; } = [];

    /// <summary>Seconds that an access token of its Decathlon login lives; 0 for 899, as Decathlon's do.</summary>
    public int DecathlonTokenLifetime { get; init; }

    /// <summary>The fake ends when this process does, however it ends. Default: this one.</summary>
    public int ExitWithProcess { get; init; } = Environment.ProcessId;

    /// <summary>How long to wait until it listens.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock that the wait goes by.</summary>
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

        // A real token is none of the fake's business.
        foreach (var secret in new[] { "STRAVA_ACCESS_TOKEN", "DECATHLON_ACCESS_TOKEN", "DECATHLON_API_KEY" })
        {
            start.Environment.Remove(secret);
        }

        // The fake is killed in the end, and a killed process cannot delete the pipes for debuggers from the temporary folder.
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
            ("--seed", Seed == 0 ? null : Seed.ToString(invariant)),
            ("--first-id", FirstId == 0 ? null : FirstId.ToString(invariant)),
            ("--decathlon-lifetime", DecathlonTokenLifetime == 0 ? null : DecathlonTokenLifetime.ToString(invariant)),
            .. DecathlonActivities.Select(id => ("--decathlon-activity", (string?)id)),
            .. DecathlonFaults.Select(fault => ("--decathlon-fault", (string?)fault)),
        ];
        return values.Where(value => value.Value is not null)
            .SelectMany(value => new[] { value.Name, value.Value! })
            .Prepend(Program)
            .Concat(NoPartner ? ["--no-partner"] : [])
            .Concat(NoLimits ? ["--no-limits"] : []);
    }
}
