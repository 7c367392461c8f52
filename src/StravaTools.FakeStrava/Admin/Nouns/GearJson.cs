using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>A bike or a pair of shoes with its athlete.</summary>
internal sealed record GearJson
{
    /// <summary>Begins with b for bikes and with g for shoes.</summary>
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Meters.</summary>
    public double Distance { get; init; }

    public bool Primary { get; init; }

    /// <summary>The athlete; by default the first.</summary>
    public long? AthleteId { get; init; }

    public static IEnumerable<GearJson> ListGear(FakeAthlete athlete) => athlete.Gear.Select(gear => new GearJson
    {
        Id = gear.Id,
        Name = gear.Name,
        Distance = gear.Distance,
        Primary = gear.Primary,
        AthleteId = athlete.Id,
    });

    /// <exception cref="StateException">An athlete does not exist.</exception>
    public static WorldContent WithGear(WorldContent content, IReadOnlyList<GearJson> gear)
    {
        var athletes = content.Options.Athletes;
        var owned = gear.ToLookup(item => item.AthleteId ?? athletes[0].Id);
        if (owned.FirstOrDefault(group => content.Options.FindAthlete(group.Key) is null) is { } orphan)
        {
            throw new StateException(FormattableString.Invariant($"The athlete {orphan.Key} does not exist."), "/gear");
        }

        return content with
        {
            Options = content.Options with
            {
                Athletes = [.. athletes.Select(
                    athlete => athlete with { Gear = [.. owned[athlete.Id].Select(item => item.ToGear())] })],
            },
        };
    }

    private FakeGear ToGear() => new(Id, Name, Distance, Primary);
}
