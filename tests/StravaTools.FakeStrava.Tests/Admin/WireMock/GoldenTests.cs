using StravaTools.FakeStrava.Tests.Support;

namespace StravaTools.FakeStrava.Tests.Admin.WireMock;

/// <summary>The fake answers calls of WireMock's administration in the form that was recorded from WireMock 3.13.2.</summary>
public class GoldenTests : FakeStravaTest
{
    [Fact]
    public async Task Recorded_calls_have_the_answers_of_WireMock()
    {
        await StartAsync();
        using var http = new HttpClient { BaseAddress = Server.BaseUri };

        var answers = await GoldenRun.SendAllAsync(http);

        Assert.Equal(45, answers.Count);
        var differences = new AnswerComparison(
            "id", "uuid", "absoluteUrl", "clientIp", "loggedDate", "loggedDateString", "port", "processTime", "serveTime", "totalTime",
            "Host", "User-Agent", "Authorization", "body", "bodyAsBase64", "detail", "distance");
        foreach (var (call, status, body) in answers)
        {
            differences.CompareAnswers(call, (call.Status, call.Answer), (status, body));
        }

        differences.AssertNone();
    }
}
