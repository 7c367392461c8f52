using System.Globalization;
using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Pages;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;
using StravaTools.FakeStrava.Stubs;

namespace StravaTools.FakeStrava.Face;

/// <summary>The page: a section for each part, with forms as its buttons. The script replaces the elements with data-live.</summary>
/// <param name="parts">What is shown.</param>
/// <param name="find">Only requests that contain this text are shown.</param>
internal sealed class FacePage(FakeParts parts, string find)
{
    /// <summary>Lists show at most this number of items.</summary>
    private const int MaxRows = 50;

    private static readonly (string Label, string Duration)[] Steps =
        [("1 minute", "PT1M"), ("15 minutes", "PT15M"), ("6 hours", "PT6H"), ("1 day", "P1D")];

    private static readonly (string Label, string Policy)[] Policies =
        [("At once", "immediate"), ("After 2 polls", "polls:2"), ("After 8 seconds", "seconds:8"), ("Hold", "hold")];

    private static readonly (string Label, string Operation)[] Scopes =
    [
        ("Next request", ""), ("Next upload", "createUpload"), ("Next poll", "getUpload"), ("Next token", "issueToken"),
        ("Next list of activities", "listActivities"), ("Next athlete", "getAthlete"),
    ];

    private static readonly (string Label, string Failure)[] Failures =
    [
        ("401", "401"), ("403", "403"), ("404", "404"), ("429", "429"), ("500", "500"), ("502", "502"),
        ("Reset", "reset"), ("Close", "close"), ("Silence", "silence"), ("Garbage", "garbage"),
    ];

    /// <param name="problem">Why the last button did nothing; null if there is no problem.</param>
    public Html Render(string? problem) => PageFrame.Render("Fake Strava", $"<script src=\"/__admin/face.js\" defer></script>", $"""
        <header>
        <h1>Fake Strava</h1>
        <dl>
        <div><dt>Address</dt><dd><code>{parts.World.BaseUri}</code></dd></div>
        <div><dt>Access token</dt><dd><code>{parts.World.Options.Athletes[0].AccessToken}</code></dd></div>
        </dl>
        <p><a href="/settings/api">Application</a></p>
        </header>
        <p id="problem" role="alert" data-live>{problem}</p>
        <p id="silence" role="status" hidden>The server does not answer. This page shows its last state.</p>
        <main>
        <section id="clock" data-live><h2>Clock</h2>{DescribeClock()}</section>
        <section id="limits" data-live><h2>Rate limits</h2>{DescribeLimits()}</section>
        <section id="faults"><h2>Faults</h2>{DescribeFaults()}</section>
        <section id="uploads" class="wide" data-live><h2>Uploads</h2>{DescribeUploads()}</section>
        <section id="requests" class="wide"><h2>Requests</h2>{DescribeRequests()}</section>
        <section id="activities" class="half" data-live><h2>Activities</h2>{DescribeActivities()}</section>
        <section id="tokens" class="half" data-live><h2>Tokens</h2>{DescribeTokens()}</section>
        <section id="stubs" class="half" data-live><h2>Stubs</h2>{DescribeStubs()}</section>
        <section id="snapshots" class="half"><h2>Snapshots</h2>{DescribeSnapshots()}</section>
        </main>
        """);

    private Html DescribeClock()
    {
        var clock = parts.Clock;
        var steps = Steps.Select(step => Button("clock/advance", $"+ {step.Label}", ("by", step.Duration)));
        var toggle = clock.IsFrozen ? Button("clock/run", "Run") : Button("clock/stop", "Stop");
        return $"""
            <p class="figure"><time>{clock.Now.UtcDateTime:yyyy-MM-dd HH:mm:ss}</time> UTC</p>
            <p>{DescribeClockMode()}</p>
            <div class="buttons">{steps}{toggle}{Button("clock/reset", "Real time")}</div>
            """;
    }

    private string DescribeClockMode()
    {
        if (parts.Clock.IsFrozen)
        {
            return "Stopped";
        }

        if (parts.Clock.IsReal)
        {
            return "Real time";
        }

        return "Running, but not the real time";
    }

    private Html DescribeLimits()
    {
        var limiter = parts.World.RateLimiter;
        var (limits, usage) = (limiter.Limits, limiter.PeekUsage(parts.World.Options.Applications[0].ClientId));
        return $"""
            <dl class="meters">
            {Meter("15 minutes", usage.QuarterHour, limits.QuarterHour)}
            {Meter("Day", usage.Daily, limits.Daily)}
            {Meter("15 minutes, reads", usage.ReadQuarterHour, limits.ReadQuarterHour)}
            {Meter("Day, reads", usage.ReadDaily, limits.ReadDaily)}
            </dl>
            <div class="buttons">{Button("limits/leave", "Two left", ("left", "2"))}{Button("limits/leave", "None left", ("left", "0"))}
            {Button("limits/reset", "Reset")}</div>
            """;
    }

    private static Html Meter(string label, int used, int? limit)
    {
        if (limit is null or int.MaxValue)
        {
            return $"<div><dt>{label}</dt><dd>{used}</dd><dd>no limit</dd></div>";
        }

        return $"<div><dt>{label}</dt><dd>{used} of {limit}</dd><dd><meter max=\"{limit}\" value=\"{used}\"></meter></dd></div>";
    }

    private Html DescribeFaults()
    {
        var scopes = Scopes.Select(Option);
        var failures = Failures.Select(failure => Choice("failure", failure.Failure, failure.Label));
        return $"""
            <form method="post" action="/__admin/face/faults/add">
            <p><label>Fail <select name="operation">{scopes}</select></label></p>
            <p><label><input type="checkbox" name="effect" value="yes"> after it took effect</label></p>
            <div class="buttons">{failures}</div>
            </form>
            <div id="ordered" data-live>{Table(parts.Faults.Snapshot(), ["Ordered", ""], DescribeFault)}</div>
            """;
    }

    private static Html DescribeFault(FakeFault fault)
    {
        var what = fault.Connection?.ToString() ?? fault.Status?.ToString(CultureInfo.InvariantCulture) ?? "Delay";
        var where = fault.Operation ?? fault.Path ?? "any request";
        var left = (fault.Times - fault.Fired)?.ToString(CultureInfo.InvariantCulture) ?? "all";
        return $"<td>{what} for <bdi>{where}</bdi>, {left} left</td><td>{Button("faults/remove", "Remove", ("id", $"{fault.Id}"))}</td>";
    }

    private Html DescribeUploads()
    {
        var current = parts.World.Processing.ToString();
        var policies = Policies.Select(policy => PolicyButton(policy.Label, policy.Policy, policy.Policy == current));
        return $"""
            <div class="buttons"><span>Process:</span>{policies}</div>
            {Table(parts.World.NewestUploads(MaxRows + 1), ["ID", "File", "Status", "Polls", ""], DescribeUpload)}
            """;
    }

    private static Html PolicyButton(string label, string policy, bool isCurrent) => $"""
        <form method="post" action="/__admin/face/uploads/processing"><input type="hidden" name="policy" value="{policy}">
        <button aria-pressed="{(isCurrent ? "true" : "false")}">{label}</button></form>
        """;

    private Html DescribeUpload(FakeUpload upload) => $"""
        <td>{upload.Id}</td><td><bdi>{upload.FileName}</bdi></td><td>{DescribeStatus(upload)}</td><td>{upload.Polls}</td>
        <td>{DescribeChanges(upload)}</td>
        """;

    private Html DescribeStatus(FakeUpload upload)
    {
        if (upload.ActivityId is { } activity)
        {
            return $"<a href=\"/activities/{activity}\">{upload.Status}</a>";
        }

        if (upload.Error is { } error)
        {
            return $"<span class=\"bad\">{error}</span>";
        }

        if (parts.World.IsHeld(upload.Id))
        {
            return $"{upload.Status} (held)";
        }

        return $"{upload.Status}";
    }

    private static Html DescribeChanges(FakeUpload upload)
    {
        if (upload.Status != UploadTexts.Processing)
        {
            return Html.Empty;
        }

        var errors = UploadTexts.KnownErrorNames.Select(name => Option((name, name)));
        return $"""
            <div class="buttons">{Button("uploads/ready", "Complete", ("id", $"{upload.Id}"))}
            {Button("uploads/hold", "Hold", ("id", $"{upload.Id}"))}
            <form method="post" action="/__admin/face/uploads/error"><input type="hidden" name="id" value="{upload.Id}">
            <button>Fail</button> <select name="text" aria-label="Error">{errors}</select></form></div>
            """;
    }

    private Html DescribeRequests()
    {
        var requests = parts.Journal.Snapshot().Reverse().Select(entry => new RecordedRequest(entry)).Where(IsFound);
        return $"""
            <div class="buttons"><form method="get" action="/__admin/face#requests">
            <input type="search" name="find" value="{find}" placeholder="Text, status, operation" aria-label="Find requests">
            <button>Find</button></form>{Button("requests/clear", "Clear")}</div>
            <div id="journal" data-live>
            {Table(requests, ["Time", "Method", "Address", "Status", "ms", "Operation", "Notes"], DescribeRequest)}
            </div>
            """;
    }

    private bool IsFound(RecordedRequest request)
    {
        var text = $"{request} {request.Operation} {string.Join(' ', request.Notes)}";
        return text.Contains(find, StringComparison.OrdinalIgnoreCase);
    }

    private static Html DescribeRequest(RecordedRequest request) => $"""
        <td>{request.ReceivedAt.UtcDateTime:HH:mm:ss.fff}</td><td>{request.Method}</td>
        <td><a href="/__admin/face/requests/{request.Number}"><code>{request.Url}</code></a></td>
        <td class="status{request.StatusCode / 100}">{request.StatusCode}</td><td>{request.Duration.TotalMilliseconds:0.0}</td>
        <td>{request.Operation ?? DescribeAnswer(request.AnsweredBy)}</td><td>{string.Join(' ', request.Notes)}</td>
        """;

    private static string DescribeAnswer(AnsweredBy part)
    {
        if (part == AnsweredBy.None)
        {
            return "no route";
        }

        return part.ToString();
    }

    private Html DescribeActivities() =>
        Table(parts.World.NewestActivities(MaxRows + 1), ["Name", "Sport", "Start", "Distance"], DescribeActivity);

    private static Html DescribeActivity(DetailedActivity activity) => $"""
        <td><a href="/activities/{activity.Id}"><bdi>{activity.Name}</bdi></a></td><td>{activity.SportType}</td>
        <td>{activity.StartDateLocal:yyyy-MM-dd HH:mm}</td><td>{activity.Distance / 1000:0.00} km</td>
        """;

    private Html DescribeTokens() =>
        Table(parts.World.Tokens.Grants(), ["Athlete, application", "Token, scopes", "Expires", ""], DescribeToken);

    private Html DescribeToken(Grant grant) => $"""
        <td><bdi>{grant.Athlete.FirstName} {grant.Athlete.LastName}</bdi>, <bdi>{grant.Application.Name}</bdi></td>
        <td><code>{grant.AccessToken}</code><br>{string.Join(", ", grant.Scopes.Names)}</td>
        <td><span class="nowrap">{DescribeEnd(grant.ExpiresAt)}</span></td>
        <td><div class="buttons">{Button("tokens/expire", "Expire", ("token", grant.AccessToken))}
        {Button("tokens/revoke", "Revoke", ("token", grant.AccessToken))}</div></td>
        """;

    private Html DescribeEnd(DateTimeOffset? end)
    {
        if (end is not { } time)
        {
            return $"never";
        }

        if (time <= parts.World.Now)
        {
            return $"<span class=\"bad\">expired</span>";
        }

        return $"{time.UtcDateTime:yyyy-MM-dd HH:mm}";
    }

    private Html DescribeStubs() => Table(parts.Stubs.Stubs, ["Request", "Status", ""], DescribeStub);

    private static Html DescribeStub(StubMapping stub) => $"""
        <td><bdi>{(string?)stub.Json["name"]}</bdi> <code>{stub.Request.Json.ToJsonString()}</code></td><td>{stub.Response.Status}</td>
        <td>{Button("stubs/remove", "Remove", ("id", $"{stub.Id}"))}</td>
        """;

    private Html DescribeSnapshots() => $"""
        <div class="buttons"><form method="post" action="/__admin/face/snapshots/save">
        <input name="name" required placeholder="Name" aria-label="Name of the snapshot"><button>Save</button></form>
        {Button("snapshots/reset", "Reset everything to the start")}</div>
        <div id="saved" data-live>{Table(parts.Snapshots.Snapshots().Reverse(), ["Name", ""], DescribeSnapshot)}</div>
        """;

    private static Html DescribeSnapshot(WorldSnapshot snapshot) =>
        $"<td><bdi>{snapshot.Name}</bdi></td><td>{Button("snapshots/restore", "Restore", ("name", snapshot.Name))}</td>";

    private static Html Button(string action, string label, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var hidden = Html.Empty;
        foreach (var (name, value) in fields)
        {
            hidden = $"{hidden}<input type=\"hidden\" name=\"{name}\" value=\"{value}\">";
        }

        return $"<form method=\"post\" action=\"/__admin/face/{action}\">{hidden}<button>{label}</button></form>";
    }

    private static Html Choice(string name, string value, string label) => $"<button name=\"{name}\" value=\"{value}\">{label}</button>";

    private static Html Option((string Label, string Value) choice) => $"<option value=\"{choice.Value}\">{choice.Label}</option>";

    private static Html Table<T>(IEnumerable<T> items, string[] columns, Func<T, Html> describe)
    {
        var shown = items.Take(MaxRows + 1).ToList();
        if (shown.Count == 0)
        {
            return $"<p class=\"none\">None</p>";
        }

        var rows = shown.Take(MaxRows).Select(item => (Html)$"<tr>{describe(item)}</tr>\n");
        var more = Html.Empty;
        if (shown.Count > MaxRows)
        {
            more = $"<p>Only the first {MaxRows} are shown.</p>";
        }

        return $"""
            <div class="scroll"><table><thead><tr>{columns.Select(column => (Html)$"<th scope=\"col\">{column}</th>")}</tr></thead>
            <tbody>
            {rows}</tbody></table></div>{more}
            """;
    }
}
