using System.Globalization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>PUT /api/v3/athlete (swagger): only the weight can be changed, in kilograms.</summary>
internal static class UpdateAthlete
{
    private const string Weight = "weight";

    public static Response Handle(ApiRequest request)
    {
        if (request.Parameters[Weight] is not { } text)
        {
            return GetAthlete.Handle(request);
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || weight is not (> 0 and < 1000))
        {
            return Response.BadRequest(new FaultError("Athlete", Weight, "invalid"));
        }

        var id = request.AthleteId;
        request.World.UpdateOptions(options => options with
        {
            Athletes = [.. options.Athletes.Select(athlete => athlete.Id == id ? athlete with { Weight = weight } : athlete)],
        });
        return GetAthlete.Handle(request);
    }
}
