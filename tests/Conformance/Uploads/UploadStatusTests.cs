using System.Text.Json;
using Conformance.Support;
using StravaTools.FakeStrava.Options;

namespace Conformance.Uploads;

/// <summary>strava-uploads.md, "Check Upload Status".</summary>
public sealed class UploadStatusTests
{
    private static readonly string[] Shape =
    [
        "id: integer", "id_str: string", "external_id: string or null", "error: string or null", "status: string",
            "activity_id: integer or null",
    ];

    [Fact]
    [Clause("UP-252", "UP-254", "UP-255", "UP-256", "UP-258", "UP-263")]
    public async Task The_attributes_have_their_types_in_every_state()
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { Processing = ProcessingPolicy.AfterPolls(1) });
        var upload = await fake.UploadAsync(Files.Gpx(), "walk.gpx", ("data_type", "gpx"));
        var (processing, ready) = (await fake.PollAsync(upload), await fake.PollAsync(upload));
        var broken = await fake.UploadAsync([1, 2, 3], "broken.fit", ("data_type", "fit"));
        await fake.PollAsync(broken);
        var failed = await fake.PollAsync(broken);

        Assert.All([upload, processing, ready, failed], reply => JsonShape.Assert(reply.Json, Shape));
        Assert.Equal(upload.Text("id_str"), $"{upload.Number("id")}");
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Number, JsonValueKind.Null], Kinds("activity_id"));
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.String], Kinds("error"));
        Assert.Equal("walk.gpx", ready.Text("external_id"));

        IEnumerable<JsonValueKind> Kinds(string name) =>
            new[] { processing, ready, failed }.Select(reply => reply.Json.GetProperty(name).ValueKind);
    }

    [Fact]
    [Clause("UP-265", "UP-266", "UP-267")]
    public async Task The_documented_poll_is_answered_as_documented()
    {
        await using var fake = await Fake.StartAsync(new FakeStravaOptions { FirstId = 123456, IsPartner = false });
        await fake.UploadAsync(Files.Gpx(), "walk.gpx", ("data_type", "gpx"), ("external_id", "98765"));

        var poll = await fake.GetAsync("api/v3/uploads/123456");

        Assert.Equal(
            """{"id":123456,"id_str":"123456","external_id":"98765.gpx","error":null,"status":"Your activity is """
                + """ready.","activity_id":123457}""",
            poll.Body);
        Assert.Equal(123457, Assert.Single(fake.Server.Activities).Id);
    }
}
