using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Benchmarks;

/// <summary>WireMock.Net with static stubs, as a reference for the fake server; run.sh measures both.</summary>
internal static class PlainWireMock
{
    /// <summary>Prints the address and runs until standard input ends.</summary>
    public static void Run(int stubs)
    {
        using var server = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"], MaxRequestLogCount = 1000 });
        const string Body = """
            {"id":123456,"id_str":"123456","external_id":"98765.gpx","error":null,"status":"Your activity is ready.","activity_id":123457}
            """;
        for (var i = 0; i < stubs; i++)
        {
            // The matching stub is in the middle.
            var path = i == stubs / 2 ? "/api/v3/uploads/123456" : $"/api/v3/uploads/{i}";
            server.Given(Request.Create().WithPath(path).UsingGet()).RespondWith(Response.Create()
                .WithStatusCode(200).WithHeader("Content-Type", "application/json; charset=utf-8").WithBody(Body));
        }

        Console.WriteLine(server.Url);
        while (Console.ReadLine() is not null)
        {
        }
    }
}
