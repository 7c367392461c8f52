using System.Globalization;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>The executable's options for the Decathlon part.</summary>
internal static class DecathlonCommandLine
{
    public const string Help = """
          --decathlon-activity <id>     an activity that is there; give it several times for several
          --decathlon-fault <what>      a failure to order: upload, read, write or token, a status, how often, and 'after' if it takes effect
                                        first, as upload:503 or write:500:2 or upload:500:1:after
          --decathlon-quota <number>    requests a minute
          --decathlon-lifetime <s>      seconds that an access token of the login lives
        """;

    /// <summary>Null if the option is none of these.</summary>
    /// <exception cref="FormatException">The value is wrong.</exception>
    public static FakeDecathlonOptions? WithOption(FakeDecathlonOptions options, string name, Func<string> value) => name switch
    {
        "--decathlon-activity" => options with { Activities = [.. GivenActivities(options.Activities), new FakeDecathlonActivity { Id = value() }] },
        "--decathlon-fault" => options with { Faults = [.. options.Faults, ParseFault(value())] },
        "--decathlon-quota" => options with { RequestsPerMinute = Number(name, value()) },
        "--decathlon-lifetime" => options with { AccessTokenLifetime = TimeSpan.FromSeconds(Number(name, value())) },
        _ => null,
    };

    /// <summary>The first id that is given takes the place of the default one.</summary>
    private static IEnumerable<FakeDecathlonActivity> GivenActivities(IReadOnlyList<FakeDecathlonActivity> activities)
    {
        if (ReferenceEquals(activities, FakeDecathlonOptions.DefaultActivities))
        {
            return [];
        }

        return activities;
    }

    private static FakeDecathlonFault ParseFault(string value)
    {
        if (FakeDecathlonFault.TryParse(value, out var fault))
        {
            return fault;
        }

        throw new FormatException($"--decathlon-fault {value}: it must be upload, read, write or token, and a status, as upload:503 or write:500:2:after.");
    }

    private static int Number(string name, string value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        throw new FormatException($"{name} {value}: it must be a number.");
    }
}
