using System.Globalization;
using StravaTools.FakeStrava.Faults;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Admin;

/// <summary>/__admin/strava/faults: failures to order.</summary>
internal static class FaultsAdmin
{
    private const string Address = "/__admin/strava/faults";

    public static Response ListFaults(FaultSet faults) => AdminJson.RespondOk(Collection.FromItems("faults", faults.Snapshot()));

    public static async Task<Response> AddAsync(HttpContext http, FaultSet faults)
    {
        var (fault, error) = await AdminJson.ReadAsync<FakeFault>(http);
        if (error is not null)
        {
            return error;
        }

        if (faults.FindOperationProblem(fault!) is { } unknown)
        {
            return AdminJson.Invalid(unknown, "/operation");
        }

        if (fault!.FindProblem() is { } problem)
        {
            return AdminJson.Invalid(problem);
        }

        var added = faults.AddFault(fault);
        return AdminJson.Created(added, string.Create(CultureInfo.InvariantCulture, $"{Address}/{added.Id}"));
    }

    public static Response RemoveFault(HttpContext http, FaultSet faults)
    {
        if (faults.RemoveFaults(RouteValues.ReadId(http)) == 0)
        {
            return AdminJson.NotFound("The fault");
        }

        return AdminJson.NoContent();
    }

    public static Response RemoveAll(FaultSet faults)
    {
        faults.RemoveFaults(null);
        return AdminJson.NoContent();
    }
}
