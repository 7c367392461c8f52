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
        start.Environment.Remove("STRAVA_ACCESS_TOKEN");
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
        ];
        return values.Where(value => value.Value is not null)
            .SelectMany(value => new[] { value.Name, value.Value! })
            .Prepend(Program)
            .Concat(NoPartner ? ["--no-partner"] : []);
    }
}
