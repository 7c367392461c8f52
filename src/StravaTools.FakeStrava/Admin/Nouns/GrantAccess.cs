using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>Gives new athletes and applications the tokens that those of the options have from the start.</summary>
internal static class GrantAccess
{
    private static readonly FakeAthlete Default = new();

    public static WorldContent WithAthletes(WorldContent content, IReadOnlyList<FakeAthlete> athletes)
    {
        var secrets = new SecretSource(content.Options.Seed);
        FakeAthlete[] complete = [.. athletes.Select((athlete, index) => index == 0 ? athlete : WithOwnTokens(athlete, secrets))];
        return AddTokens(content, content.Options with { Athletes = complete });
    }

    public static WorldContent WithApplications(WorldContent content, IReadOnlyList<FakeApplication> applications) =>
        AddTokens(content, content.Options with { Applications = applications });

    /// <summary>Only the first athlete has the default tokens.</summary>
    private static FakeAthlete WithOwnTokens(FakeAthlete athlete, SecretSource secrets)
    {
        if (athlete.AccessToken != Default.AccessToken)
        {
            return athlete;
        }

        return athlete with
        {
            AccessToken = secrets.DeriveSecret("athlete access", athlete.Id),
            RefreshToken = secrets.DeriveSecret("athlete refresh", athlete.Id),
        };
    }

    private static WorldContent AddTokens(WorldContent content, FakeStravaOptions options)
    {
        var changed = content with { Options = options };
        if (options.Athletes.Count == 0 || options.Applications.Any(application => application.FindOwner(options.Athletes) is null))
        {
            // The checks of the content report it.
            return changed;
        }

        var known = content.Options;
        var initial = new TokenStore(options, new SecretSource(options.Seed)).Grants();
        var added = initial.Where(grant => !known.Athletes.Any(athlete => athlete.Id == grant.Athlete.Id)
            || !known.Applications.Any(application => application.ClientId == grant.Application.ClientId));
        return changed with { Grants = [.. changed.WithoutOrphans().Grants, .. added] };
    }
}
