using System.Text;
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
        var body = Encoding.UTF8.GetString(UploadResponse.Body);
        for (var i = 0; i < stubs; i++)
        {
            // The matching stub is in the middle.
            var path = i == stubs / 2 ? "/api/v3/uploads/123456" : $"/api/v3/uploads/{i}";
            server.Given(Request.Create().WithPath(path).UsingGet()).RespondWith(Response.Create()
                .WithStatusCode(200).WithHeader("Content-Type", UploadResponse.ContentType).WithBody(body));
        }

        Console.WriteLine(server.Url);
        while (Console.ReadLine() is not null)
        {
        }
    }
}
