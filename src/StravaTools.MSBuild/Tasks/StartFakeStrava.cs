using Microsoft.Build.Framework;
using StravaTools.Client.Testing;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Starts a fake Strava on this machine that runs until the build ends.</summary>
[MSBuildMultiThreadableTask]
public sealed class StartFakeStrava : StravaTask
{
    /// <summary>The port; 0 uses any free port.</summary>
    public int Port { get; set; }

    /// <summary>When an upload is processed: immediate, polls:N, seconds:N, or hold.</summary>
    public string? Processing { get; set; }

    /// <summary>The form of the error of a duplicate: plain or html.</summary>
    public string? DuplicateText { get; set; }

    /// <summary>Acts as a partner application, which receives addresses for photos.</summary>
    public bool Partner { get; set; }

    /// <summary>Strava's current behavior or the documented one: current or documented.</summary>
    public string? Profile { get; set; }

    /// <summary>Plays Strava as announced for June 2027: the API at the root, and access tokens only in the header.</summary>
    public bool ApiAtRoot { get; set; }

    /// <summary>Never refuses a request because of rate limits; requests are still counted.</summary>
    public bool NoLimits { get; set; }

    /// <summary>The seed of ids and tokens.</summary>
    public int Seed { get; set; }

    /// <summary>The first id, for example 9007199254740993, which a double cannot represent; 0 derives it from the seed.</summary>
    public long FirstId { get; set; }

    /// <summary>A JSON file with the state at the start.</summary>
    public string? World { get; set; }

    /// <summary>The ids of the activities of its Decathlon part.</summary>
    public string[] DecathlonActivities { get; set; } = [];

    /// <summary>Faults of its Decathlon part, for example upload:503 or write:500:2.</summary>
    public string[] DecathlonFaults { get; set; } = [];

    /// <summary>The lifetime of an access token of its Decathlon login, in seconds; 899 by default.</summary>
    public int DecathlonTokenLifetime { get; set; }

    /// <summary>Makes it the server of all tasks of this build without a BaseUri.</summary>
    public bool UseAsDefault { get; set; }

    /// <summary>The program of the fake; by default the program that is installed with the tasks.</summary>
    public string? Program { get; set; }

    /// <summary>The root address of its server.</summary>
    [Output]
    public string Url { get; private set; } = "";

    /// <summary>The id of its process, for StopFakeStrava.</summary>
    [Output]
    public int ProcessId { get; private set; }

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(typeof(StartFakeStrava).Assembly.Location)!;
        var options = new FakeStravaProcessOptions
        {
            Program = OptionalPath(Program) ?? Path.Combine(folder, "FakeStrava", "StravaTools.FakeStrava.dll"),
            Port = Port,
            Processing = NullIfEmpty(Processing),
            DuplicateText = NullIfEmpty(DuplicateText),
            Partner = Partner,
            Profile = NullIfEmpty(Profile),
            ApiAtRoot = ApiAtRoot,
            NoLimits = NoLimits,
            Seed = Seed,
            FirstId = FirstId,
            World = OptionalPath(World),
            DecathlonActivities = DecathlonActivities,
            DecathlonFaults = DecathlonFaults,
            DecathlonTokenLifetime = DecathlonTokenLifetime,
        };
        var fake = await FakeStravaProcess.StartAsync(options, cancellationToken);
        BuildEngine.RememberFake(fake, UseAsDefault);
        Url = fake.Url.ToString();
        ProcessId = fake.ProcessId;
        Log.LogMessage("A fake Strava listens at {0}", Url);
    }

    private static string? NullIfEmpty(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return text;
    }
}
