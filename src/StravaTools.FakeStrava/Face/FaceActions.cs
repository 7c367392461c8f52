using System.Globalization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Face;

/// <summary>What the buttons of the page do. AdminGuard refuses requests of pages of other hosts.</summary>
internal sealed class FaceActions
{
    private readonly FakeParts _parts;
    private readonly Dictionary<string, Action<FaceForm>> _actions;

    /// <param name="parts">What is controlled.</param>
    /// <param name="resetAll">Restores the start.</param>
    public FaceActions(FakeParts parts, Action resetAll)
    {
        _parts = parts;
        _actions = new Dictionary<string, Action<FaceForm>>(StringComparer.Ordinal)
        {
            ["uploads/ready"] = form => EndUpload(form, null),
            ["uploads/error"] = form => EndUpload(form, ReadError(form)),
            ["uploads/hold"] = form => Expect(parts.World.HoldUpload(form.ReadNumber("id")), "The upload is not processing."),
            ["uploads/processing"] = SetProcessing,
            ["requests/clear"] = _ => parts.Journal.RemoveEntries(_ => true),
            ["clock/advance"] = form => parts.Clock.Advance(form.ReadDuration("by")),
            ["clock/stop"] = _ => parts.Clock.Freeze(),
            ["clock/run"] = _ => parts.Clock.RunFrom(),
            ["clock/reset"] = _ => parts.Clock.ResetTime(),
            ["limits/leave"] = LeaveRequests,
            ["limits/reset"] = _ => parts.ResetLimits(),
            ["faults/add"] = AddFault,
            ["faults/remove"] = form => Expect(parts.Faults.RemoveFaults(form.ReadNumber("id")) > 0, "The fault does not exist."),
            ["stubs/remove"] = form => parts.Stubs.RemoveStubs(stub => stub.Id.ToString() == form.ReadText("id")),
            ["tokens/expire"] = ExpireToken,
            ["tokens/revoke"] = form => Expect(parts.World.RevokeAccess(form.ReadText("token")), "The token does not exist."),
            ["snapshots/save"] = SaveSnapshot,
            ["snapshots/restore"] = form =>
                Expect(parts.Snapshots.RestoreSnapshot(form.ReadText("name")), "The snapshot does not exist."),
            ["snapshots/reset"] = _ => resetAll(),
        };
    }

    /// <summary>Does what a button is for. Returns the problem; null without one.</summary>
    public async Task<string?> RunAsync(HttpContext http, string section)
    {
        if (!_actions.TryGetValue($"{section}/{RouteValues.ReadText(http, "action")}", out var action))
        {
            return "There is no such button.";
        }

        try
        {
            action(await FaceForm.ReadAsync(http));
            return null;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException or InvalidDataException)
        {
            return exception.Message;
        }
    }

    private static void Expect(bool isTrue, string otherwise)
    {
        if (!isTrue)
        {
            throw new FormatException(otherwise);
        }
    }

    private static string ReadError(FaceForm form)
    {
        var text = form.ReadText("text");
        Expect(text.Length > 0, "An error needs a text.");
        return UploadTexts.FindKnownError(text) ?? text;
    }

    private void EndUpload(FaceForm form, string? error) =>
        Expect(_parts.World.FinishUpload(form.ReadNumber("id"), error), "The upload is not processing.");

    private void SetProcessing(FaceForm form)
    {
        Expect(ProcessingPolicy.TryParse(form.ReadText("policy"), out var policy), "There is no such way of processing.");
        _parts.World.Processing = policy;
    }

    private void LeaveRequests(FaceForm form)
    {
        var application = _parts.World.Options.Applications[0].ClientId;
        _parts.World.RateLimiter.LeaveRequests(application, checked((int)form.ReadNumber("left")));
    }

    private void AddFault(FaceForm form)
    {
        var (failure, operation) = (form.ReadText("failure"), form.ReadText("operation"));
        var fault = new FakeFault
        {
            Operation = operation.Length == 0 ? null : operation,
            TakesEffect = form.ReadText("effect").Length > 0,
        };
        if (int.TryParse(failure, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            _parts.Faults.AddFault(fault with { Status = status });
            return;
        }

        Expect(Enum.TryParse<FakeConnectionFault>(failure, ignoreCase: true, out var connection), "There is no such fault.");
        _parts.Faults.AddFault(fault with { Connection = connection });
    }

    private void ExpireToken(FaceForm form)
    {
        var expired = _parts.World.Tokens.UpdateGrant(form.ReadText("token"), grant => grant with { ExpiresAt = _parts.World.Now });
        Expect(expired is not null, "The token does not exist.");
    }

    private void SaveSnapshot(FaceForm form)
    {
        Expect(form.ReadText("name").Length > 0, "A snapshot needs a name.");
        _parts.Snapshots.SaveSnapshot(form.ReadText("name"));
    }
}
