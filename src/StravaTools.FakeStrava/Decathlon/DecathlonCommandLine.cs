using System.Globalization;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>The executable's options for the Decathlon part.</summary>
internal static class DecathlonCommandLine
{
    public const string Help = """
          --decathlon-activity <id>     an existing activity; repeat it for several activities
          --decathlon-fault <what>      a failure to order: upload, read, write, or token, a status, how often, and 'after' if the request
                                        takes effect before it fails, such as upload:503, write:500:2 or upload:500:1:after
          --decathlon-quota <number>    requests per minute
          --decathlon-lifetime <s>      seconds that an access token of the login is valid
        """;

    /// <summary>Null if the option is not one of the Decathlon part.</summary>
    /// <exception cref="FormatException">The value is wrong.</exception>
    public static FakeDecathlonOptions? WithOption(FakeDecathlonOptions options, string name, Func<string> value) => name switch
    {
        "--decathlon-activity" => options with
        {
            Activities = [.. WithoutDefault(options.Activities), new FakeDecathlonActivity { Id = value() }],
        },
        "--decathlon-fault" => options with { Faults = [.. options.Faults, ParseFault(value())] },
        "--decathlon-quota" => options with { RequestsPerMinute = ParseNumber(name, value()) },
        "--decathlon-lifetime" => options with { AccessTokenLifetime = TimeSpan.FromSeconds(ParseNumber(name, value())) },
        _ => null,
    };

    /// <summary>The first option replaces the default activity.</summary>
    private static IEnumerable<FakeDecathlonActivity> WithoutDefault(IReadOnlyList<FakeDecathlonActivity> activities)
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

        throw new FormatException(
            $"--decathlon-fault {value}: it must be upload, read, write, or token, and a status, such as upload:503 or write:500:2:after.");
    }

    private static int ParseNumber(string name, string value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        throw new FormatException($"{name} {value}: it must be a number.");
    }
}
