// SPDX-FileCopyrightText: 2026 The Pilothouse developers
// SPDX-License-Identifier: GPL-3.0-or-later
// pilothouse-load: a feed of numbered 100-byte JSON messages for benchmarks, on loopback only.
//   pilothouse-load --publish PORT --rate N --topics T --seconds S   publishes to a broker, QoS 0
//   pilothouse-load --serve PORT --messages N --topics T             is a broker for one client
//   after
//                    the other: answers CONNECT, SUBSCRIBE and PINGREQ, then streams N messages
//                    (--rows FILE: lines "topic payload", over and over, instead of numbered ones)
// Message i of topic t carries "seq": i, so that a reader can prove that nothing is missing.
#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <netinet/tcp.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t payloadBytes = 100;
constexpr std::size_t seqDigits = 9;
constexpr std::size_t timeDigits = 13;

/// One PUBLISH for each topic, with places where time and sequence number are written.
class Feed
{
public:
    Feed(std::size_t topics, int version)
    {
        for (std::size_t t = 0; t < topics; ++t)
            append(t, version);
    }

    const std::vector<char> &round(std::uint64_t seq, std::uint64_t ms)
    {
        for (const std::size_t place : m_seqPlaces)
            digits(place, seq, seqDigits);
        for (const std::size_t place : m_timePlaces)
            digits(place, ms, timeDigits);
        for (std::size_t t = 0; t < m_valuePlaces.size(); ++t) {
            std::uint64_t decimals = (seq * 7 + t * 13) % 1'000;
            for (std::size_t i = 3; i-- > 0; decimals /= 10)
                m_bytes[m_valuePlaces[t] + i] = static_cast<char>('0' + decimals % 10);
        }
        return m_bytes;
    }

    std::size_t messages() const { return m_seqPlaces.size(); }
    /// Bytes of the first `count` messages.
    std::size_t bytesOf(std::size_t count) const
    {
        return count >= m_starts.size() ? m_bytes.size() : m_starts[count];
    }

private:
    void append(std::size_t t, int version)
    {
        char topic[64];
        const auto topicSize = static_cast<std::size_t>(
            std::snprintf(topic, sizeof(topic), "plant/line%02zu/dev%04zu/telemetry", t % 20, t));
        std::string payload =
            R"({"ts":0000000000000,"seq":000000000,"temperature":21.437,"pressure":3.215,"rpm":)";
        payload += std::to_string(1'400 + t % 100) + R"(,"x":)";
        payload.append(payloadBytes - 1 - payload.size(), '7');
        payload += '}';
        const std::size_t remaining = 2 + topicSize + (version == 5 ? 1 : 0) + payload.size();
        m_starts.push_back(m_bytes.size());
        m_bytes.push_back(0x30);
        for (std::size_t rest = remaining; rest > 0; rest /= 128)
            m_bytes.push_back(static_cast<char>(rest % 128 + (rest >= 128 ? 128 : 0)));
        m_bytes.push_back(0);
        m_bytes.push_back(static_cast<char>(topicSize));
        m_bytes.insert(m_bytes.end(), topic, topic + topicSize);
        if (version == 5)
            m_bytes.push_back(0);
        m_timePlaces.push_back(m_bytes.size() + payload.find("0000000000000"));
        m_seqPlaces.push_back(m_bytes.size() + payload.find("seq\":") + 5);
        m_valuePlaces.push_back(m_bytes.size() + payload.find("21.437") + 3);
        m_bytes.insert(m_bytes.end(), payload.begin(), payload.end());
        // JSON has no leading zeros: the number is padded with blanks in front, see digits().
    }

    void digits(std::size_t place, std::uint64_t number, std::size_t count)
    {
        for (std::size_t i = count; i-- > 0;) {
            m_bytes[place + i] =
                number == 0 && i + 1 < count ? ' ' : static_cast<char>('0' + number % 10);
            number /= 10;
        }
    }

    std::vector<char> m_bytes;
    std::vector<std::size_t> m_starts;
    std::vector<std::size_t> m_seqPlaces;
    std::vector<std::size_t> m_timePlaces;
    std::vector<std::size_t> m_valuePlaces; ///< three decimals of the temperature
};

bool sendAll(int fd, const char *data, std::size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(fd, data, size, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        data += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

std::uint64_t nowMs()
{
    using namespace std::chrono;
    return static_cast<std::uint64_t>(
        duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
}

int publish(int port, double rate, std::size_t topics, double seconds)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0) {
        std::perror("connect");
        return 1;
    }
    const char hello[] = "\x10\x10\x00\x04MQTT\x04\x02\x00\x00\x00\x04load";
    char answer[4];
    if (!sendAll(fd, hello, sizeof(hello) - 1) || ::recv(fd, answer, 4, MSG_WAITALL) != 4
        || answer[3] != 0) {
        std::fprintf(stderr, "the broker refused the connection\n");
        return 1;
    }
    Feed feed(topics, 4);
    const auto total = static_cast<std::uint64_t>(rate * seconds);
    const auto start = Clock::now();
    std::uint64_t sent = 0;
    std::size_t inRound = 0;
    std::uint64_t seq = 0;
    std::uint64_t ms = nowMs();
    const std::vector<char> *bytes = &feed.round(seq, ms);
    while (sent < total) {
        const double elapsed = std::chrono::duration<double>(Clock::now() - start).count();
        auto due = std::min(total, static_cast<std::uint64_t>(elapsed * rate));
        while (sent < due) {
            const auto count = std::min<std::uint64_t>(due - sent, topics - inRound);
            const std::size_t from = feed.bytesOf(inRound);
            const std::size_t to = feed.bytesOf(inRound + count);
            if (!sendAll(fd, bytes->data() + from, to - from))
                return 1;
            sent += count;
            inRound += count;
            if (inRound == topics) {
                inRound = 0;
                ms = std::max(ms + 1,
                              nowMs()); // no two rounds at the same time: those are duplicates
                bytes = &feed.round(++seq, ms);
            }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    const double took = std::chrono::duration<double>(Clock::now() - start).count();
    std::printf("published %llu messages in %.2f s, %.0f msg/s\n",
                static_cast<unsigned long long>(sent), took, static_cast<double>(sent) / took);
    (void)sendAll(fd, "\xe0\x00", 2);
    ::shutdown(fd, SHUT_WR);
    while (::recv(fd, answer, sizeof(answer), 0) > 0) { }
    ::close(fd);
    return 0;
}

/// Reads one packet (fixed header, remaining length, body); false at the end of the stream.
bool readPacket(int fd, std::uint8_t &type, std::vector<std::uint8_t> &body)
{
    if (::recv(fd, &type, 1, MSG_WAITALL) != 1)
        return false;
    std::size_t size = 0;
    for (int shift = 0; shift < 28; shift += 7) {
        std::uint8_t byte = 0;
        if (::recv(fd, &byte, 1, MSG_WAITALL) != 1)
            return false;
        size |= static_cast<std::size_t>(byte & 127) << shift;
        if ((byte & 128) == 0)
            break;
    }
    body.resize(size);
    return size == 0 || ::recv(fd, body.data(), size, MSG_WAITALL) == static_cast<ssize_t>(size);
}

/// Lines "topic payload" of a file as PUBLISH packets, one after the other.
std::vector<std::string> readRows(const std::string &path, int version)
{
    std::vector<std::string> out;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::size_t blank = line.find(' ');
        if (blank == std::string::npos)
            continue;
        std::string packet = "\x30";
        for (std::size_t rest = line.size() + 1 + (version == 5 ? 1 : 0); rest > 0; rest /= 128)
            packet.push_back(static_cast<char>(rest % 128 + (rest >= 128 ? 128 : 0)));
        packet.push_back(static_cast<char>(blank >> 8));
        packet.push_back(static_cast<char>(blank & 255));
        packet.append(line, 0, blank);
        if (version == 5)
            packet.push_back(0);
        packet.append(line, blank + 1);
        out.push_back(std::move(packet));
    }
    return out;
}

/// False when the client went away.
bool streamRows(int fd, const std::vector<std::string> &rows, std::uint64_t messages)
{
    std::string some;
    for (std::uint64_t sent = 0; sent < messages; ++sent) {
        some += rows[sent % rows.size()];
        if (some.size() < 65'536 && sent + 1 < messages)
            continue;
        if (!sendAll(fd, some.data(), some.size()))
            return false;
        some.clear();
    }
    return true;
}

void serveClient(int fd, std::uint64_t messages, std::size_t topics, const std::string &rowsFile)
{
    std::uint8_t type = 0;
    std::vector<std::uint8_t> body;
    int version = 4;
    bool streaming = false;
    while (!streaming && readPacket(fd, type, body)) {
        if ((type >> 4) == 1) {
            version = body.size() > 6 ? body[6] : 4;
            const char ack4[] = {0x20, 2, 0, 0};
            const char ack5[] = {0x20, 3, 0, 0, 0};
            (void)(version == 5 ? sendAll(fd, ack5, sizeof(ack5))
                                : sendAll(fd, ack4, sizeof(ack4)));
        } else if ((type >> 4) == 8) {
            const bool all = std::search(body.begin(), body.end(), "#", "#" + 1) != body.end()
                || std::find(body.begin(), body.end(), '$') == body.end();
            const auto id = reinterpret_cast<const char *>(body.data());
            const char ack4[] = {static_cast<char>(0x90), 3, id[0], id[1], 0};
            const char ack5[] = {static_cast<char>(0x90), 4, id[0], id[1], 0, 0};
            (void)(version == 5 ? sendAll(fd, ack5, sizeof(ack5))
                                : sendAll(fd, ack4, sizeof(ack4)));
            streaming = all;
        } else if ((type >> 4) == 12) {
            (void)sendAll(fd, "\xd0\x00", 2);
        }
    }
    if (!streaming)
        return;
    const std::vector<std::string> rows = readRows(rowsFile, version);
    if (!rowsFile.empty() && rows.empty())
        return;
    Feed feed(topics, version);
    const auto start = Clock::now();
    if (!rows.empty() && !streamRows(fd, rows, messages))
        return;
    const std::uint64_t ms =
        nowMs() - messages / topics; // each round is one ms of the feed's own time
    std::uint64_t sent = rows.empty() ? 0 : messages;
    for (std::uint64_t seq = 0; sent < messages; ++seq) {
        const auto count = std::min<std::uint64_t>(messages - sent, topics);
        if (!sendAll(fd, feed.round(seq, ms + seq).data(), feed.bytesOf(count)))
            return;
        sent += count;
    }
    std::printf("streamed %llu messages in %.3f s\n", static_cast<unsigned long long>(sent),
                std::chrono::duration<double>(Clock::now() - start).count());
    std::fflush(stdout);
    while (readPacket(fd, type, body)) {
        if ((type >> 4) == 12 && !sendAll(fd, "\xd0\x00", 2))
            break;
        if ((type >> 4) == 14)
            break;
        if ((type >> 4) == 8) {
            const char ack4[] = {static_cast<char>(0x90), 3, static_cast<char>(body[0]),
                                 static_cast<char>(body[1]), 0};
            const char ack5[] = {static_cast<char>(0x90),    4, static_cast<char>(body[0]),
                                 static_cast<char>(body[1]), 0, 0};
            (void)(version == 5 ? sendAll(fd, ack5, sizeof(ack5))
                                : sendAll(fd, ack4, sizeof(ack4)));
        }
    }
}

int serve(int port, std::uint64_t messages, std::size_t topics, int clients,
          const std::string &rowsFile)
{
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    const sockaddr_in address = loopback(port);
    if (::bind(server, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0
        || ::listen(server, 4) != 0) {
        std::perror("listen");
        return 1;
    }
    std::printf("listening\n");
    std::fflush(stdout);
    for (int i = 0; i < clients; ++i) {
        const int fd = ::accept(server, nullptr, nullptr);
        if (fd < 0)
            return 1;
        serveClient(fd, messages, topics, rowsFile);
        ::close(fd);
    }
    ::close(server);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    int publishPort = 0;
    int servePort = 0;
    int clients = 1;
    double rate = 80'000;
    double seconds = 10;
    std::uint64_t messages = 1'000'000;
    std::size_t topics = 1'000;
    std::string rowsFile;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string option = argv[i];
        const double value = std::atof(argv[i + 1]);
        if (option == "--publish")
            publishPort = static_cast<int>(value);
        else if (option == "--serve")
            servePort = static_cast<int>(value);
        else if (option == "--rate")
            rate = value;
        else if (option == "--seconds")
            seconds = value;
        else if (option == "--messages")
            messages = static_cast<std::uint64_t>(value);
        else if (option == "--topics")
            topics = std::clamp<std::size_t>(static_cast<std::size_t>(value), 1, 10'000);
        else if (option == "--rows")
            rowsFile = argv[i + 1];
        else if (option == "--clients")
            clients = static_cast<int>(value);
    }
    if (publishPort > 0)
        return publish(publishPort, rate, topics, seconds);
    if (servePort > 0)
        return serve(servePort, messages, topics, clients, rowsFile);
    std::fprintf(stderr, "pilothouse-load: --publish PORT or --serve PORT is missing\n");
    return 2;
}
