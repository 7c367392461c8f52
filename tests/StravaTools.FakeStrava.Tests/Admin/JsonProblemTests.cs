using System.Net;

namespace StravaTools.FakeStrava.Tests.Admin;

/// <summary>JSON that cannot be read is described in words of JSON: the member, what it must be, and an example.</summary>
public class JsonProblemTests : AdminTest
{
    [Theory]
    [InlineData("limits", """{"left":"two"}""", "/left", "\"left\" must be an integer up to 2147483647, such as 200.")]
    [InlineData("limits", """{"daily":{"limit":4000000000}}""", "/daily/limit",
        "\"limit\" must be an integer up to 2147483647, such as 200.")]
    [InlineData("limits", """{"daily":2000}""", "/daily", "\"daily\" must be an object, such as {\"limit\":200}.")]
    [InlineData("limits", "[]", "", "The JSON must be an object, such as {\"quarterHour\":{\"limit\":200}}.")]
    [InlineData("limits", """{"lef":2}""", "/lef", "Unrecognized field \"lef\"")]
    [InlineData("clock", """{"mode":"stopped"}""", "/mode", "\"mode\" must be one of system, running, frozen, such as \"system\".")]
    [InlineData("clock", """{"mode":"frozen","now":"soon"}""", "/now", "\"now\" must be a time, such as \"2026-06-01T12:00:00Z\".")]
    [InlineData("clock/advance", """{"by":{}}""", "/by", "\"by\" must be a duration, such as \"PT15M\".")]
    [InlineData("clock/advance", """{"by":"soon"}""", "/by", "A duration must be a number of seconds, or text such as PT6H1M.")]
    [InlineData("faults", """{"status":"broken"}""", "/status", "\"status\" must be an integer up to 2147483647, such as 200.")]
    [InlineData("faults", """{"takesEffect":"yes"}""", "/takesEffect", "\"takesEffect\" must be true or false, such as true.")]
    [InlineData("tokens", """{"scopes":"read"}""", "/scopes", "\"scopes\" must be an array, such as [\"Evening run\"].")]
    [InlineData("clubs", """{"id":1,"name":5}""", "/name", "\"name\" must be text, such as \"Evening run\".")]
    [InlineData("limits", "{\n left:2}", "",
        "'l' is an invalid start of a property name. Expected a '\"'. (line 2, byte 2)")]
    public async Task Wrong_kind_of_JSON_is_explained(string noun, string json, string place, string problem)
    {
        await StartAsync();

        var reply = await AdminAsync(noun is "limits" or "clock" ? Put : Post, noun, json);

        var error = reply.Json.GetProperty("errors")[0];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal(problem, error.GetProperty("detail").GetString());
        Assert.Equal(place, error.GetProperty("source").GetProperty("pointer").GetString());
    }
}
